"""What the kinds of records are called in a list of hits."""

from leadercli.locale import N_

KIND_NAMES = {
    "person": N_("person"),
    "meeting": N_("note"),
    "agreement": N_("agreement"),
    "inbox": N_("next time"),
    "feedback": N_("feedback"),
    "weigh_in": N_("scale"),
    "scale_item": N_("own item"),
}
