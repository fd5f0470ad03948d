"""The wordings of products, as patterns over the skeleton of a passage: see passage.py."""

from __future__ import annotations

from typing import Final

_FEW: Final = r"[^A-Z;:.]{0,40}?"
#: `40 classes of 25 pupils make 1,200`.
GROUPS: Final = (
    r"(?P<number>N) {of} (?P<rate>N)(?: {each})?,? (?:{product}|{result}) "
    r"(?:{equivalent} )?(?P<total>N)"
)
#: `USD 1,200, paid in six instalments of USD 250`.
INSTALMENTS: Final = rf"(?P<total>M){_FEW}(?P<number>N) {{of}} (?P<rate>M)"
#: `EUR 6,000, repaid over 24 months at EUR 300 a month`.
OVER_TIME: Final = rf"(?P<total>M){_FEW}{{over_time}} (?P<number>T) {{at}} (?P<rate>M)"
#: `EUR 310 a month, or EUR 3,720 over twelve months`.
RATE_OVER_TIME: Final = (
    r"(?P<rate>M)(?:,? {or} |,? \()(?:{equivalent} )?(?P<total>M) "
    r"(?:{over_time} [^A-Z;:.,]{0,10}?)?(?P<number>T)"
)
#: `6,400 people live in 1,000 households, an average of 5.2 each`.
AVERAGE: Final = rf"(?P<total>N){_FEW}(?P<number>N){_FEW}, {{average}} (?P<rate>N)"
#: `with 50 beds on each of four floors the hostel has 250 beds`.
ON_EACH: Final = (
    r"(?P<rate>N) [^A-Z,;:.]{0,12}?{each} {of} (?P<number>N)"
    r"(?:(?!{and})[^A-Z;:.]){0,40} (?P<total>N)"
)
#: `with USD 2.4 million we can help 8,000 people, at a cost of USD 300 per person`.
COST_EACH: Final = (
    r"(?P<total>M)[^A-Z;:.]{0,60}?(?P<number>N)[^A-Z;:.]{0,30}?(?:, | ?\()"
    r"(?:{at_cost}|{or}|{average}) "
    r"(?:{equivalent} )?(?P<rate>M)"
)
#: `30 tonnes of maize, enough for 2,000 families to receive 15 kilograms each`.
ENOUGH: Final = (
    r"(?P<total>[MQ])[^A-Z;:.]{0,30}?,? {enough_for} (?P<number>N)[^A-Z;:.]{0,30}?"
    r"(?P<rate>[MQ]) {each}"
)
#: `90,000 litres a day, enough to give 20 litres to each of its 4,500 residents`.
ENOUGH_TO: Final = (
    r"(?P<total>[MQ]),? {enough_to} [^A-Z;:.]{0,16}?(?P<rate>[MQ]) {to} {each} "
    r"[^A-Z;:.]{0,12}?(?P<number>N)"
)
#: `350 trucks, loaded with 20 tonnes each, carry 7,000 tonnes`.
LOADED: Final = (
    r"(?P<number>N),? [^A-Z,;:.]{0,24}?(?P<rate>[MQ]) {each},? "
    r"(?:(?!{and}|{while})[^A-Z,;:.]){0,24}?(?P<total>[MQ])"
)
#: `24 sacks of 50 kilos each and thus weighs 1.2 tonnes`.
WEIGHED: Final = (
    r"(?P<number>N) {of} (?P<rate>[MQ])(?: {each})?,? (?:{and} )?(?:[a-z]{2,6} )?{costs} "
    r"(?:{equivalent} )?(?P<total>[MQ])"
)
#: `108,000 litres a day, which gives each of the 7,200 residents 15 litres`.
EACH_OF: Final = (
    r"(?P<total>[MQ])[^A-Z;:.]{0,40}?{each} {of_the} (?P<number>N)[^A-Z;:.,]{0,20}?(?P<rate>[MQ])"
)
#: `540,000 litres to the 36,000 people in the camp, that is 15 litres for each of them`.
FOR_EACH: Final = (
    r"(?P<total>[MQ])[^A-Z;:.]{0,30}?(?P<number>N)[^A-Z;:.,]{0,30}?, {or} (?P<rate>[MQ]) "
    r"[^A-Z;:.,]{0,8}{each} {of_them}"
)
SHARED_OUT: Final = (
    r"(?P<total>[MQ])[^A-Z,;:.]{0,24} {shared_out} [^A-Z;:.]{0,12}?(?P<number>N)[^A-Z;:.]{0,30}?, "
    r"{or} (?:{equivalent} )?(?P<rate>[MQ])"
)
#: `USD 150 a month, or USD 1,800 a year`, `… a month, which comes to … a year`.
TWO_RATES: Final = (
    r"(?P<a>[MQN])(?:,? {or},? | ?\(|, |,? [a-z]+ {amounting} )(?:{equivalent} )?(?P<b>[MQN])"
)
#: `To give each of the 12,000 residents 15 litres a day, the tankers must bring 180,000 litres`.
EACH_FIRST: Final = (
    r"{each} {of_the} (?P<number>N)[^A-Z;:.]{0,40}?(?P<rate>[MQ]),? [^A-Z;:.]{0,60}?(?P<total>[MQ])"
)
#: `24 sessions of 90 minutes, a total of 36 hours`; `640 sacks of 25 kilograms of rice, 16 tonnes`.
LOTS: Final = (
    r"(?P<number>N) {of} (?P<rate>[TQ])(?: {of} [^\W\d_]+)?(?: {each})?, "
    r"(?:{total} |{or} |{result} )?(?:{equivalent} )?(?P<total>[TQ])(?= {total}|[.,;]|$)"
)
#: `Eighteen tonnes of rice came in, packed in 360 bags of 50 kilos`.
LOTS_BEHIND: Final = r"(?P<total>Q)[^A-Z;:.]{0,60}? {in} (?P<number>N) {of} (?P<rate>Q)"
