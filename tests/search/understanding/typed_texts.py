"""What people, machines and nobody might type into the field for words."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = (
    *("release", "uslovni", "otpust", "условног", "отпуста", "lirim", "me", "kusht", "затворско", "i", "и", "dhe"),
    *("Rec(2006)2", "Pravilo", "51", "P/CVE", "Džon", "ѓон", "Ђорђе", "STRASSE", "Kosovo", "e-mail@example.org"),
    *("-", "−release", "--", '"', "„", "“", "»", "'", "AND", "OR", "NOT", "title_en:x", "*", "?", "~2", "^9", "\\"),
    *("(", ")", "[a TO z]", "{}", "<script>", "%s", "${x}", "/x/", "\x00", "\u202e", "\u200d", "\ufeff", "e\u0301"),
    *("😀", "ﬁ", "İ", "سجن", "监狱", "a" * 40, "1" * 30, "zatvoooor", "zatvorr"),
)

#: Words and marks in any order, close together or not, and letters of any kind.
TYPED = st.builds(
    str.join,
    st.sampled_from([" ", "", "-", "  "]),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=12)), max_size=60),
)
