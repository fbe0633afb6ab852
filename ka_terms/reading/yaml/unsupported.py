"""What YAML has and no file of ours: tags, merge keys, further documents, aliases of what is private."""

from __future__ import annotations

from ka_terms.model.faults import Fault
from ka_terms.text.messages import message

SECOND_DOCUMENT = Fault("a second document (---)", "one document in a file", "split the file")
MERGE_KEY = Fault("the merge key <<", "plain keys", "take over another file with `extends:`")


def tag_fault(tag: str) -> Fault:
    """A tag, by its name unless that has a number in it, which may be a private one."""
    name = tag.replace("tag:yaml.org,2002:", "!!")
    found = "a tag" if any(map(str.isnumeric, name)) else f"the tag {name}"
    return Fault(found, "plain YAML without tags", "delete the tag, or put the value in quotes")


def carried_out(line: int) -> Fault:
    """An alias elsewhere of what is anchored under a private key, in `line`."""
    return Fault(
        message("an alias of what is private"),
        message("a value of its own: what line {line} anchors stays under `private:`", line=line),
        message("write the value out if others may see it"),
    )
