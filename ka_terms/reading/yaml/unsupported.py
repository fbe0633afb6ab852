"""What YAML has and no file of ours: tags, merge keys, further documents, aliases of what is private."""

from __future__ import annotations

from ka_terms.model.faults import Fault
from ka_terms.text.messages import message

SECOND_DOCUMENT = Fault(
    message("a second document (---)"), message("one document per file"), message("split the file")
)
MERGE_KEY = Fault(
    message("the merge key <<"), message("plain keys"), message("use `extends:` to take over another file")
)


def tag_fault(tag: str) -> Fault:
    """A tag, by its name unless that has a number in it, which may be a private one."""
    name = tag.replace("tag:yaml.org,2002:", "!!")
    found = message("a tag") if any(map(str.isnumeric, name)) else message("the tag {tag}", tag=name)
    return Fault(
        found, message("plain YAML without tags"), message("delete the tag, or put the value in quotes")
    )


def carried_out(line: int) -> Fault:
    """An alias elsewhere of what is anchored under a private key, in `line`."""
    return Fault(
        message("an alias of a private value"),
        message("a value of its own, because the anchor in line {line} is private", line=line),
        message("write the value itself if others may see it"),
    )
