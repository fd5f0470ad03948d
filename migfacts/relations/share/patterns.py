"""The wordings of shares, as patterns over the skeleton of a passage: see passage.py."""

from __future__ import annotations

from typing import Final

S: Final = "[PR]"
V: Final = "[NM]"
FEW: Final = r"[^A-Z;:.()]{0,30}?"
#: A date or an age may stand between: `5,400 of the 7,200 children under five, or 75 per cent`.
SOME: Final = r"[^A-Z;:.()]{0,40}?(?:[DA][^A-Z;:.()]{0,20}?)?"
MANY: Final = r"[^A-Z;:.()]{0,60}?(?:[DA][^A-Z;:.()]{0,20}?)?"
LINK: Final = r"(?: ?\(|, | – |,? {link} )(?:{link} )?(?:{in} )?(?:{scant} )?"
#: `450 (60 per cent)`, `1,560 workers, or 75 per cent`.
PART_SHARE: Final = rf"(?P<part>{V}){SOME}{LINK}(?P<share>{S})"
SHARE_PART: Final = rf"(?P<share>{S})(?:{MANY}){LINK}(?P<part>{V})"
#: Where another clause begins: `a third are under way, and if they succeed, three`.
CLAUSE: Final = r", (?:{while}|{when}) "
#: `680 teachers, half of whom, or 340, work`.
OF_WHOM_PART: Final = (
    rf"(?P<whole>{V}){MANY}, (?P<share>{S}) {{of_whom}},? ?"
    rf"(?:\(|{{or}} |{{link}} )(?P<part>{V})"
)
#: `680 teachers, of whom half, or 340, work`.
OF_WHOM_SHARE: Final = (
    rf"(?P<whole>{V}){MANY},? {{of_whom}} (?P<share>{S})(?:, | \()(?:{{link}} )?(?P<part>{V})"
)
#: `Of the 6,000 pupils, one in five, or 1,200, are refugees`.
OF_WHOLE_SHARE: Final = (
    rf"(?:{{of_the}}|^{{of}}) ?(?:[^A-Z;:.,()]{{1,30}} (?:O )?)?(?P<whole>{V}){SOME}, "
    rf"(?P<share>{S})(?:, {{or}} | \()(?P<part>{V})"
)
#: `Of the 8,400 pupils asked, 2,100 wore glasses, that is one in five`.
OF_WHOLE_TOLD: Final = (
    rf"(?:{{of_the}}|^{{of}}) ?(?:[^A-Z;:.,()]{{1,30}} (?:O )?)?(?P<whole>{V}){SOME}, "
    rf"(?P<part>{V})(?: [^A-Z;:.(),]{{2,40}})?, {{link}} (?P<share>{S})(?=[.;,])"
)
#: `27 million has come in, 45 per cent of the 60 million required`.
PART_SHARE_OF: Final = (
    rf"(?P<part>{V}){SOME}, (?:{{link}} )?(?P<share>{S}) {{part_of}} ?(?P<whole>{V})"
)
#: `EUR 9 million, a quarter of the reception budget of EUR 36 million`.
PART_SHARE_OF_SUM: Final = (
    r"(?P<part>M), (?:{link} )?(?P<share>[PR]) {of} [^A-Z;:.,()]{3,40} {of} (?P<whole>M)"
)
SHARE_OF: Final = (
    rf"(?P<share>{S}) {{part_of}}(?: {{all}}| {{told_whole}})? ?(?:[^\W\d_]+['’]s? )?"
    rf"(?P<whole>{V})(?P<rest>{SOME})"
    rf"{LINK}(?P<part>{V})"
)
#: `36,000 of the planned 48,000 bags`, `of the island's 48,000 bags`.
PART_OF: Final = (
    rf"(?P<part>{V})(?: ?\(P\))?[^A-Z;:.(),]{{0,30}}?\b{{part_of}} ?"
    rf"(?:[^\W\d_]+['’]s? |{{told_whole}} )?(?P<whole>{V})"
)
#: `11 in 10 grant holders`.
N_IN_N: Final = r"(?P<part>N) {in} (?P<whole>N)"
N_OF_N: Final = rf"(?P<part>{V}) {{of}} (?P<whole>{V})"
OF_WHOLE: Final = (
    rf"(?:(?P<opens>(?:^|[:;] ){{of}})|{{of_the}}) ?(?P<whole>{V}){SOME},(?! ?{{and}} ) ?"
    rf"(?P<lead>[^A-Z;:.()]{{0,30}}(?(opens)[^A-Z;:.()]{{0,18}}))(?P<part>{V})"
)
#: `640 people (80 per cent) in 2023, of whom 52`: what stands between begins with a letter each, so
#: that there is one way to read it.
BETWEEN: Final = r"[^A-Z;:.()]{0,99}?(?:(?:[DAT]|\([PD]\))[^A-Z;:.()]{0,40}?){0,3}"
WHOM: Final = (
    rf"(?P<whole>{V})(?! {{of_these}} ){BETWEEN},? \(?{{of_whom}} (?:{{link}} )?(?P<part>{V})"
)
#: `21 cases were reported with 42 deaths`, `21 cases and 42 deaths`: what the cases came to.
OUTCOME: Final = rf"(?P<whole>N){BETWEEN},? (?:{{with}}|{{and}}) (?P<part>N)"
#: `64 schools, 71 of which were unsafe`.
OF_WHICH: Final = rf"(?P<whole>{V}){MANY}, (?P<part>{V}) (?:\(P\) )?(?:{{of_whom}}|{{of_them}})"
#: `Most of the 3,400 households asked, 1,290 in total`.
MOST: Final = rf"{{most_of}} (?:{{definite}} )?(?P<whole>{V}){SOME}, (?:{{link}} )?(?P<part>{V})"
#: `Of 2,200 callers, a majority of 1,270 asked`.
MOST_OF: Final = rf"^{{of}} (?:{{definite}} )?(?P<whole>{V}){SOME}, {{most_of}} (?P<part>{V})"
#: `A majority of sponsors, 210 of the 460 groups, said so`.
MOST_NAMED: Final = (
    rf"{{most_of}} [^A-Z;:.,()]{{1,40}}, (?:{{link}} )?(?P<part>{V}) (?:{{part_of}}|{{of}}) ?"
    rf"(?P<whole>{V})"
)
#: `Most villages in the valley, 14 of 40, have a well`.
MOST_BARE: Final = (
    rf"^{{mostly}} [^A-Z;:.,()]{{3,40}}, (?:{{link}} )?(?P<part>{V}) (?:{{part_of}}|{{of}}) ?"
    rf"(?P<whole>{V})"
)
#: `2,600 tenants, a majority of whom, 1,140, said so`.
MOST_OF_WHOM: Final = rf"(?P<whole>{V}){SOME}, {{majority}} {{of_whom}}, (?P<part>{V}),"
MAJORITIES: Final = (MOST, MOST_OF, MOST_NAMED, MOST_BARE, MOST_OF_WHOM)
#: `A majority of residents, 43 per cent, said so`.
MAJORITY: Final = (
    r"(?:{most_of}|^{mostly}) (?:{definite} )?[^A-Z;:.,()]{1,40}, (?:{link} )?(?P<share>[PR]),"
)
#: `The majority of those asked (41 per cent) said so`, `a majority (41 per cent) said so`.
MAJORITY_BRACKET: Final = (
    r"(?:{most_of} (?:{definite} )?[^A-Z;:.,()]{1,60}|(?:^|, |{with} |{and} ){mostly} "
    r"[^A-Z;:.,()]{1,60}|{majority}) ?[(\[](?P<share>[PR])[)\]]"
)
MAJORITY_TOLD: Final = (MAJORITY, MAJORITY_BRACKET)
#: `needs 90 million and has received 31.5 million`.
NEEDED: Final = rf"{{needed}} (?P<whole>M){SOME}{{got}} (?P<part>M)"
#: `Of these households, 3,510`.
PART_OF_THESE: Final = r"^{of_these}[^A-Z,;:.]{0,30}, (?P<part>N)"
#: `33.6 million, 24 per cent of the amount required`.
PART_OF_ASKED: Final = (
    r"(?P<part>M)(?: ?\(|, | – |,? {link} )(?:{link} )?(?P<share>[PR]) {of_asked}"
)
#: `8 per cent of expenditure, or EUR 4.3 million`, where the whole expenditure was told before.
OF_NAMED: Final = (
    r"(?P<share>P) {of} (?:{definite} )?(?P<noun>[^A-Z;:.,()]{3,30})(?:, {or} | \()(?:{link} )?"
    r"(?P<part>M)"
)
#: `EUR 4.3 million, 8 per cent of the expenditure`.
NAMED_BEHIND: Final = (
    r"(?P<part>M)(?: ?\(|, | – |,? {link} )(?:{link} )?(?P<share>P) {of} {definite} "
    r"(?P<noun>[^A-Z;:.,()]{3,30})(?=[.,;)]|$)"
)
#: `Staff cost 3.6 million, or 54 per cent of what the fund spent`, which was told before.
OF_WHAT: Final = (
    r"(?P<part>M)(?: ?\(|, | – |,? {link} )(?:{link} )?(?P<share>P) {of} {all_of} "
    r"(?P<said>{definite} [^A-Z;:.,()]{3,40})"
)
#: `Half of the interpreters, that is 43`, where all of them were counted before.
OF_COUNTED: Final = (
    rf"(?P<share>{S}) {{of}} {{definite}} (?P<noun>[^A-Z;:.,()]{{3,30}})(?:, {{or}} | \()"
    r"(?:{link} )?(?P<part>N)"
)
#: `95 million had come in, so that the plan is 38 per cent funded`.
FUNDED: Final = r"(?P<part>M)[^A-Z;:.]{0,60}?(?P<share>P) {done}"
#: `Most of the trainees, 288 to be exact`.
MOST_OF_THESE: Final = (
    r"{most_of} (?:{definite} )?(?P<noun>[^A-Z;:.,()]{1,30}), (?:{link} )?(?P<part>N)"
)
#: `Most of those interviewed, 395, had been asked`.
MOST_AGAIN: Final = r"{most_of} (?={definite})(?P<said>[^A-Z;:.,()]{3,40}), (?:{link} )?(?P<part>N)"
#: `A majority, 310 of the traders, said so`.
MAJORITY_OF: Final = r"^{majority}, (?:{link} )?(?P<part>N) {of_the} ?(?P<said>[^A-Z;:.,()]{3,40})"
#: `A majority, 430 traders, said so`, of traders who were counted before.
MAJORITY_THEN: Final = r"^{majority}, (?:{link} )?(?P<part>N)(?=,)"
#: `It allowed 1,870 of them, a success rate of 43 per cent`.
RATED: Final = (
    r"(?P<part>N) {of_them}[^A-Z;:.,]{0,24}, {article} (?:[^\W\d_]+ )?{rate_noun} {of} "
    r"(?P<share>P)"
)
THEIRS: Final = (
    r"^{of_the} (?!{of})(?:[^A-Z,;:.]{1,40}), (?P<part>N) ?\((?P<share>P)\)",
    rf"(?P<part>{V}) {{of_these}} [^A-Z;:.(),]{{1,30}}{LINK}(?P<share>{S})",
    rf"(?P<share>{S}) {{of_them}}(?: ?\(|, | – )(?P<part>{V})",
    rf"(?P<part>M) {{of_it}}(?: ?\(|, | – )(?:{{link}} )?(?P<share>{S})",
    rf"(?P<share>{S}) {{of_it}}(?: ?\(|, {{or}} )(?:{{link}} )?(?P<part>M)",
    rf"(?P<part>{V}) {{of_them}}(?: [^\W\d_]+)?(?: ?\(|, | – |,? {{link}} )(?:{{link}} )?"
    rf"(?P<share>{S})",
    rf"^{{of_them}},? (?P<part>{V}){FEW}(?: ?\(|, | – |,? {{link}} )(?P<share>{S})",
)
#: `The budget is 45 million, and two thirds of it, 30 million, …`.
SHARE_OF_IT: Final = (
    rf"(?P<whole>{V}){MANY}(?P<share>{S}) {{of_it}}(?:, | \()(?:{{link}} )?(?P<part>{V})"
)
#: `30 per cent of its target: 3,000 of 6,000 people`.
SHARE_FIRST: Final = (
    rf"(?P<share>P)[^A-Z;.()]{{0,40}}: (?P<part>{V}) (?:{{of}}|{{part_of}}) ?(?P<whole>{V})"
)
#: `320 of 640 applications, an approval rate of 45 per cent`.
RATE: Final = (
    rf"(?P<part>{V}) (?:{{of}}|{{part_of}}) ?(?P<whole>{V}){SOME},? (?:[a-z]+ )?"
    r"(?:{article} [a-z]+ )?{rate_of} (?P<share>P)"
)
#: `the appeal of USD 16 million is 40 per cent funded, with USD 4 million received`.
DONE: Final = r"(?P<whole>M)[^A-Z;:.]{0,40}?(?P<share>P) {done}[^A-Z;:.]{0,24}?(?P<part>M) {done}"
#: `a plan of USD 16 million is 25 per cent funded: donors have paid USD 4 million`.
DONE_BY: Final = r"(?P<whole>M)[^A-Z;:.]{0,40}?(?P<share>P) {done}: [^A-Z;:.]{0,40}?(?P<part>M)"
#: `At EUR 3.6 million, courses account for 15 per cent of the EUR 18 million`.
AT_PART: Final = (
    rf"{{at}} (?P<part>{V}), [^A-Z;:.()]{{0,50}}?(?P<share>P) (?:{{part_of}}|{{of}}) ?"
    rf"(?P<whole>{V})"
)
#: `More than half of the newcomers, 2,140 out of 4,600, had finished`.
SHARE_NAMED: Final = (
    rf"(?P<share>{S}) {{of}} [^A-Z;:.,()]{{1,40}}, (?:{{link}} )?(?P<part>{V}) "
    rf"(?:{{part_of}}|{{of}}) ?(?P<whole>{V})"
)
TRIPLES: Final = (
    SHARE_NAMED,
    AT_PART,
    SHARE_FIRST,
    RATE,
    DONE,
    DONE_BY,
    SHARE_OF_IT,
    SHARE_OF,
    OF_WHOM_PART,
    OF_WHOM_SHARE,
    OF_WHOLE_SHARE,
    OF_WHOLE_TOLD,
    PART_SHARE_OF,
    PART_SHARE_OF_SUM,
)
#: `inspected 1,250 tents and found that 450, or 36 per cent, leaked`.
FOUND: Final = rf"(?P<whole>{V}){MANY} {{found}} (?P<part>{V})(?=,? (?:{{or}}|\())"
#: `5,783 students (2,993 girls; 4,495 in grade 9)`.
SORT: Final = r"(?P<whole>N) ?\((?P<part>N)(?=[;,)])"
#: `489 schools; of those, 40 were hit`.
OF_THOSE: Final = r"(?P<whole>N)[^A-Z;:.()]{0,60}[;:] {of_them},? (?P<part>N)"
#: Those of a whole and a part, whose share may stand beside them.
PAIRS: Final = (PART_OF, N_OF_N, OF_WHOLE, OF_THOSE, WHOM, OUTCOME, SORT, OF_WHICH, NEEDED, FOUND)
#: Those whose whole may have a share of its own.
WHOLE_FIRST: Final = (WHOM, OF_WHICH)
#: Those behind which `so that it is 30 per cent funded` may stand.
BEFORE_DONE: Final = (OF_WHOLE, PART_OF, NEEDED, WHOM)
