"""The forms of English verbs and nouns, for anchors: "struck" also finds strike, strikes and striking.

What is read: one word (or the head of a short phrase) in any of its forms and in British and American spelling, by rules of our
own and a table of the words that break them. What is not: meaning. A form that English has not ("deathed") is made freely, since
no text holds it; two words that only look alike are kept apart ("hoped" is hope and never hop, "founded" is not found).
Comparison and derived words ("killer", "deadly") are other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from factspec.language.folding import fold
from factspec.language.lexicon import listed

__all__ = ["inflect_phrase", "inflections", "spellings"]

# Words that keep to themselves: each "+" adds the plural with s. They come first, so no verb or noun may claim them.
_ALONE = """
news|goods|customs|means|series|species|headquarters|politics|economics|mathematics|physics|premises|whereabouts|aircraft
spacecraft|hovercraft|offspring|sheep|deer|salmon|this|his|its|hers|ours|yours|theirs|always|perhaps|towards|afterwards
besides|sometimes|thus|plus|us|as|during|nothing|something|anything|everything|including|according|regarding|concerning
following|missing|willing|thing+|finding+|stocking+|clothing|lightning|dead|deadly|born|due|data|media|naked|wicked|sacred
indeed|hatred|red|biped|bound|morning+|evening+|ceiling+|building+|wedding+|sibling+|being+|hearing+|setting+|earring+
inning+|herring+|darling+|awning+|pudding+|hundred+|bed+|sled+|shred+|deed+|creed+|steed+|reed+|kindred|sterling|Beijing
Boeing
"""
# Irregular nouns, and regular ones whose plural a rule would misread.
_NOUNS = """
man men|woman women|child children|person persons people|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|wife wives
life lives|knife knives|half halves|wolf wolves|thief thieves|shelf shelves|loaf loaves|calf calves|scarf scarves|hoof hooves
wharf wharves|gentleman gentlemen|policeman policemen|policewoman policewomen|fireman firemen|serviceman servicemen
servicewoman servicewomen|fisherman fishermen|gunman gunmen|spokesman spokesmen|spokeswoman spokeswomen|chairman chairmen
congressman congressmen|congresswoman congresswomen|businessman businessmen|businesswoman businesswomen|crewman crewmen
countryman countrymen|foreman foremen|grandchild grandchildren|schoolchild schoolchildren|guardsman guardsmen|seaman seamen
tribesman tribesmen|airman airmen|clergyman clergymen|salesman salesmen|lineman linemen|craftsman craftsmen
ombudsman ombudsmen|base bases based basing|axe axes|analysis analyses|crisis crises|diagnosis diagnoses|emphasis emphases
hypothesis hypotheses|oasis oases|parenthesis parentheses|thesis theses|criterion criteria|phenomenon phenomena
bacterium bacteria|memorandum memoranda memorandums|referendum referendums referenda|stadium stadiums stadia|nucleus nuclei
stimulus stimuli|fungus fungi|cactus cacti|alumnus alumni|radius radii|syllabus syllabi|index indexes indices
appendix appendices appendixes|matrix matrices|passerby passersby|bus buses|gas gases|lens lenses|virus viruses|bonus bonuses
taxi taxis|ski skis|menu menus|volcano volcanoes volcanos|tornado tornadoes tornados|cargo cargoes cargos|quiz quizzes
mosquito mosquitoes mosquitos|bit bits
"""
# Verbs: base, then past forms that the rules would not make; the forms in -s and -ing follow by rule. An earlier row claims a
# form that two share. Regular ones stand here where they have to claim a form from a word that looks like their stem.
_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became|begin began begun|bend bent|bet|bid|bind
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcasted|build built
burn burnt burned|burst|buy bought|cast|catch caught|choose chose chosen|cling clung|come came|cost|creep crept|cut
deal dealt|die died|dig dug|dive dove dived|do does did done|draw drew drawn|drink drank drunk|drive drove driven|dye dyed
eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
forbid forbade forbidden|forecast forecasted|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got gotten|give gave given|go goes went gone|grow grew grown|hang hung hanged|have has had|hear heard
hide hid hidden|hit|hold held|hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant leaned
leap leapt leaped|learn learnt learned|leave left|lend lent|let|lie lain lied|light lit lighted|lose lost|make made
mean meant|meet met|mislead misled|mistake mistook mistaken|mow mowed mown|misunderstand misunderstood|offset
outdo outdid outdone|overcome overcame|overrun overran|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|panic panicked|mimic mimicked|traffic trafficked|pay paid|plead pleaded pled
prove proved proven|put|quit|read|rebuild rebuilt|redo redid redone|reset|retake retook retaken|rid|ride rode ridden
ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|set|sew sewed sewn
shake shook shaken|shed|shine shone shined|shoot shot shots|show showed shown|shrink shrank shrunk|shut|sing sang sung
sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|sling slung|smell smelt smelled|sow sowed sown
speak spoke spoken|speed sped speeded|spell spelt spelled|spend spent|spill spilt spilled|spin spun|spit spat|split
spoil spoilt spoiled|spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk
strike struck stricken|string strung|strive strove striven strived|swear swore sworn|sweep swept|swell swelled swollen
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust
tie tied|tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken
undo undid undone|uphold upheld|upset|vie vied|wake woke woken|wear wore worn|weave wove woven|weep wept|win won
withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written|rewrite rewrote rewritten
sneak snuck sneaked|abide abode abided|unite united|guide guided|route routed|reroute rerouted|create created
recreate recreated|range ranged|change changed|plunge plunged|lunge lunged|hinge hinged|breathe breathed|bathe bathed
clothe clothed|soothe soothed|loathe loathed|ache ached|paste pasted|waste wasted|taste tasted|secrete secreted|sever severed
envelop enveloped|add added|err erred|butt butted|need needed|exceed exceeded|seed seeded|succeed succeeded|proceed proceeded
heed heeded|weed weeded|agree agreed|disagree disagreed|free freed|decree decreed|guarantee guaranteed|focus focused focussed
bus bused bussed
"""
_BE = listed("be is are was were been being am")

_VOWEL = "[aeiouy]"
# plan, stop, quit: one syllable that doubles its last letter
_SHORT = re.compile(r"[^aeiouy]*(?:(?<=q)u)?[aeiouy][^aeiouwxy]")
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*(?:(?<=q)u)?[aeiouy]+[^aeiouy]*")
_TAKES_E = re.compile(r"(?:[cvuz]|[^s]s|dg|[lr]g|[aeiou]g|[^aeiouylrw]l|[^aeiour]r)\Z")
_TAKES_NO_E = re.compile(
    r"(?:(?:ea|ee|oo|ou|oa|ai|ei|oi|au|ie)[tdnlrkmp]|(?<!q)ui[tl]|[^aeiouy][bdfhkmnptw]|[wxyaioe]|ss|sh|ck|rl|wl|ff|zz)\Z"
)
_DOUBLED = re.compile(r"([bdgkmnprt])\1\Z")


@lru_cache(maxsize=4096)
def inflections(word: str) -> frozenset[str]:
    """Every form of an English noun or verb, folded, itself included, in both spellings.

    A word in capitals ("WHO"), a number, and what is no single word come back alone.
    """
    folded = fold(word).strip()
    if not folded.isalpha() or (word.isupper() and len(folded) > 1):
        return frozenset({folded})
    return frozenset(other for form in _family(folded) for other in spellings(form)) | {folded}


def inflect_phrase(phrase: str) -> frozenset[str]:
    """The folded phrase with its head in every form: "took off" also "taken off", "miles from" also "mile from".

    The head is the word before the first function word, or the last one; a phrase that begins with a function word and a
    capitalised one ("Port Ellan") come back alone.
    """
    parts = fold(phrase).split()
    if len(parts) < 2:
        return inflections(phrase.strip())
    alone = frozenset({" ".join(parts)})
    head = _head(parts)
    if head is None or all(piece[0].isupper() for piece in phrase.split()):
        return alone
    return alone | {" ".join([*parts[:head], form, *parts[head + 1 :]]) for form in inflections(parts[head])}


# Words that follow the head of a phrase: prepositions, particles, articles, possessives.
_AFTER_HEAD = listed(
    "about above across after against along among around at away back before behind below between by down during for from "
    "in into near of off on onto out over past since through to toward towards under until up upon via with within without "
    "the a an his her its their this that north south east west as than ashore aboard"
)


def _head(parts: list[str]) -> int | None:
    for at, part in enumerate(parts):
        if part in _AFTER_HEAD:
            return at - 1 if at else None
    return len(parts) - 1


# ---------------------------------------------------------------- families of forms


def _family(word: str) -> frozenset[str]:
    if word in _CLAIMED:
        return _CLAIMED[word]
    bases = {spelt for base in _bases(word) for spelt in spellings(base)}
    forms = {form for base in bases for form in _regular(base)}
    return frozenset(form for form in forms if form not in _CLAIMED)


def _bases(word: str) -> list[str]:
    """The bases that a regular form may belong to; a word that no rule takes apart is its own."""
    if word.endswith("ings") and _has_vowel(word[:-4]):
        return _bases_of_stem(word[:-4])
    if word.endswith("s"):
        return _bases_of_plural(word) or [word]
    if word.endswith("ied") and len(word) > 4:
        return [word[:-3] + "y"]
    if word.endswith("ed") and not word.endswith("eed") and _has_vowel(word[:-2]):
        return _bases_of_stem(word[:-2])
    if word.endswith("ing") and _has_vowel(word[:-3]):
        return _bases_of_stem(word[:-3])
    return [word]


def _has_vowel(stem: str) -> bool:
    return len(stem) > 1 and re.search(_VOWEL, stem) is not None


def _bases_of_plural(word: str) -> list[str]:
    if len(word) < 4 or re.search(r"[sui]s\Z", word):
        return []
    if word.endswith("ies") and len(word) > 4:
        return [word[:-3] + "y", word[:-1]]
    if re.search(r"(?:x|zz|ch|sh|ss)es\Z", word):
        return [word[:-2]]
    several = _ONE_SYLLABLE.fullmatch(word[:-2]) is None
    if several and re.search(r"(?:[aeiou][sz]|o)es\Z", word):
        return [word[:-1], word[:-2]]
    return [word[:-1]]


def _bases_of_stem(stem: str) -> list[str]:
    """The bases of what stands before -ed or -ing: with an e, with its last letter once, or as it is."""
    if _DOUBLED.search(stem):
        return [stem[:-1]]
    if stem.endswith("ll"):
        return [stem] if _ONE_SYLLABLE.fullmatch(stem) else [stem, stem[:-1]]
    if _SHORT.fullmatch(stem):
        return [stem + "e"]
    if _TAKES_NO_E.search(stem):
        return [stem]
    if _TAKES_E.search(stem):
        return [stem + "e"]
    return [stem] if _ONE_SYLLABLE.fullmatch(stem) and not stem.endswith("ng") else [stem, stem + "e"]


def _regular(base: str) -> set[str]:
    return {base, base + "es" if base.endswith("o") else base, *_with_s(base), *_with_ed(base), *_with_ing(base)}


def _with_s(base: str) -> list[str]:
    if re.search(r"(?:s|x|z|ch|sh)\Z", base):
        return [base + "es"]
    return [base[:-1] + "ies"] if re.search(r"[^aeiou]y\Z", base) else [base + "s"]


def _with_ed(base: str) -> list[str]:
    if base.endswith("e"):
        return [base + "d"]
    if re.search(r"[^aeiou]y\Z", base):
        return [base[:-1] + "ied"]
    return [stem + "ed" for stem in _doublings(base)]


def _with_ing(base: str) -> list[str]:
    if base.endswith("ie"):
        stems = [base[:-2] + "y"]
    elif base.endswith("e") and not re.search(r"(?:[eoy]e|inge)\Z", base):
        stems = [base[:-1]]
    else:
        stems = _doublings(base)
    return [stem + ending for stem in stems for ending in ("ing", "ings")]


def _doublings(base: str) -> list[str]:
    """The base with its last letter doubled, plain, or both where stress would decide."""
    if base.endswith("ic"):
        return [base + "k", base]
    if _SHORT.fullmatch(base):
        return [base + base[-1]]
    doubles = re.search(r"[^aeiou][aeiou][bdglmnprt]\Z", base) and not base.endswith(("en", "on", "om", "op"))
    return [base, base + base[-1]] if doubles else [base]


def _rows(table: str) -> Iterable[list[str]]:
    return (row.split() for line in table.strip().splitlines() for row in line.split("|"))


def _claimed() -> dict[str, frozenset[str]]:
    """Every form of the tables with its family; the first row that has a form keeps it."""
    families = [*(frozenset(_alone(row[0])) for row in _rows(_ALONE)), _BE, *map(frozenset, _rows(_NOUNS))]
    families += [frozenset([*row, *_with_s(row[0]), *_with_ing(row[0])]) for row in _rows(_VERBS)]
    index: dict[str, frozenset[str]] = {}
    for family in families:
        own = frozenset(form for form in family if form not in index)
        index |= dict.fromkeys(own, own)
    return index


def _alone(word: str) -> list[str]:
    bare = word.rstrip("+").lower()
    return [bare, bare + "s"] if word.endswith("+") else [bare]


_CLAIMED = _claimed()

# ---------------------------------------------------------------- British and American spelling

# British and American stems; what follows a stem follows in both.
_PAIRS = """
centre center|centred centered|centring centering|metre meter|litre liter|theatre theater|fibre fiber|calibre caliber
sabre saber|spectre specter|lustre luster|sombre somber|meagre meager|manoeuvre maneuver|defence defense|offence offense
licence license|pretence pretense|practis practic|labour labor|colour color|honour honor|harbour harbor|neighbour neighbor
armour armor|behaviour behavior|favour favor|rumour rumor|humour humor|vapour vapor|endeavour endeavor|flavour flavor
odour odor|tumour tumor|saviour savior|parlour parlor|vigour vigor|valour valor|splendour splendor|rigour rigor
clamour clamor|demeanour demeanor|fervour fervor|candour candor|catalogue catalog|dialogue dialog|analogue analog
programme program|plough plow|grey gray|aeroplane airplane|aluminium aluminum|sulphur sulfur|paediatric pediatric
anaesthe anesthe|haemorrhage hemorrhage|orthopaedic orthopedic|archaeolog archeolog|gynaecolog gynecolog|leukaemia leukemia
diarrhoea diarrhea|encyclopaedia encyclopedia|mould mold|smoulder smolder|moustache mustache|pyjama pajama|sceptic skeptic
judgement judgment|acknowledgement acknowledgment|ageing aging|analys analyz|paralys paralyz|catalys catalyz
artefact artifact|cosy cozy|whisky whiskey|towards toward|afterwards afterward|enrol enroll|fulfil fulfill|skilful skillful
wilful willful|instalment installment|enrolment enrollment|jewellery jewelry|woollen woolen|gaol jail|foetus fetus
sizeable sizable|likeable likable
"""
_DOUBLE_L = listed(
    "travel cancel label model signal fuel level counsel marshal total rival quarrel duel tunnel channel shovel jewel dial "
    "equal funnel initial marvel panel parcel pedal shrivel snorkel spiral swivel towel trial unravel yodel libel chisel "
    "barrel"
)
# Verbs in -ise that never have a z.
_ALWAYS_S = re.compile(
    r"(?:adv|exerc|surpr|r|ra|pra|prom|prem|w|no|po|prec|conc|compr|comprom|enterpr|expert|franch|improv|superv|telev|rev|dev|disgu|desp"
    r"|merchand|ar|parad|cru|bru|demi|dem|exc|inc|circumc|chast|adverti|advert|repr|guise|d|v|tort|porpo|turquo|anti|mayonna|appra|bra|s|pr|caps|downs|res|otherw|likew|conc|treat)is"
)
_ISE = re.compile(r"(.{2,}i)([sz])(e[drs]?s?|ing|ation|ations|ational)")


@lru_cache(maxsize=8192)
def spellings(word: str) -> frozenset[str]:
    """A folded word in its British and its American spelling, itself included: epicentre, epicenter."""
    return frozenset({word, *_by_pairs(word), *_by_double_l(word), *_by_ise(word)})


def _by_pairs(word: str) -> list[str]:
    found = []
    for one, other in _BOTH_WAYS:
        at = word.find(one)
        if at >= 0 and _may_swap(word, at, one, other):
            found.append(word[:at] + other + word[at + len(one) :])
    return found


def _may_swap(word: str, at: int, one: str, other: str) -> bool:
    """Whether the stem stands where it may be respelt: at the front, or behind one of the prefixes that the stems take."""
    before, after = word[:at], word[at + len(one) :]
    if before not in _PREFIXES or (other.startswith(one) and word.startswith(other, at)):
        return False
    if after in {"d", "r"}:
        return other.endswith("e")
    if after[:1] in {"e", "i"} and other.endswith("e"):
        return False
    return after in _SUFFIXES


_PREFIXES = listed("epi kilo centi milli nano un re dis mis multi over bi ante anti self micro") | {""}
_SUFFIXES = listed(
    "d r s es ed er ers ing ings hood hoods ist ists al ally able ably ful less ly ic ics ical y ism ial ment ments man men "
    "e ised ized"
) | {""}


def _by_double_l(word: str) -> list[str]:
    match = re.fullmatch(r"(.+?)(l{1,2})(ed|ing|ings|er|ers|ation)", word)
    if match is None or match[1] + "l" not in _DOUBLE_L:
        return []
    return [f"{match[1]}{'l' if match[2] == 'll' else 'll'}{match[3]}"]


def _by_ise(word: str) -> list[str]:
    match = _ISE.fullmatch(word)
    if match is None or _ALWAYS_S.fullmatch(match[1] + "s") or match[1].endswith(("ai", "ei", "oi", "ui")):
        return []
    return [f"{match[1]}{'z' if match[2] == 's' else 's'}{match[3]}"]


def _both_ways() -> list[tuple[str, str]]:
    pairs = [(row[0], row[1]) for row in _rows(_PAIRS)]
    return pairs + [(american, british) for british, american in pairs]


_BOTH_WAYS = _both_ways()


def _past_forms() -> frozenset[str]:
    return frozenset(form for row in _rows(_VERBS) for form in (row[1:] or row))


_PAST = _past_forms()
_NO_VERB = listed(
    "hundred indeed need seed speed weed feed bed red led fled united armed masked alleged naked wicked sacred wounded injured"
)


def is_verb_form(word: str) -> bool:
    """Whether a folded word looks like a past form or participle of a verb: by the table, or by its ending."""
    if word in _PAST:
        return True
    if len(word) < 4 or word in _NO_VERB or word in _CLAIMED_ALONE:
        return False
    return word.endswith("ed") or (word.endswith("ing") and len(word) > 4)


_CLAIMED_ALONE = frozenset(form for row in _rows(_ALONE) for form in _alone(row[0]))
