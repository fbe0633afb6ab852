"""The pictures of reports: what each shows, as typed series that any renderer can draw."""
