"""Word lists of English that more than one room reads; each says why it is there.

What is here: closed or nearly closed classes. What is not: lists of given names, surnames, places or organisations, and the
numerals and units, which belong to their recognisers. Every word is lower-case and without its dots.
"""

from __future__ import annotations

__all__ = [
    "COMPANY_FORMS",
    "HONORIFICS",
    "MONTHS",
    "OCCURRENCE_VERBS",
    "ORGANISATION_WORDS",
    "PARTICLES",
    "PERSON_NOUNS",
    "RANKS",
    "ROLES",
    "SPEECH_NOUNS",
    "SPEECH_VERBS",
    "TITLES",
    "WEEKDAYS",
    "listed",
]


def listed(words: str) -> frozenset[str]:
    """The set of the words of a blank-separated list."""
    return frozenset(words.split())


# A capital alone does not make a name of a day or a month; a weekday beside a speech verb dates the saying.
WEEKDAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays mon tue tues wed thu thur thurs fri sat sun"
)
MONTHS = listed(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec"
)

# Forms of address: part of no name, whoever bears it.
HONORIFICS = listed(
    "mr mrs ms miss mx sir dame lord lady madam madame mme mlle monsieur messrs senor senora herr frau signor signora dr "
    "doctor prof professor rev reverend fr father sister brother rabbi imam sheikh sheik shaikh shaykh haj hajj haji hajji "
    "ayatollah hojatoleslam mullah maulana mufti pope king queen prince princess emperor empress sultan emir shah tsar duke "
    "duchess count countess baron baroness hon honourable honorable excellency highness majesty comrade saint don dona "
    "pastor bishop archbishop cardinal patriarch lama seyyed sayyid sayyed sayed syed sayid ustad ustaz grand supreme late"
)
# Ranks of forces and police, long and short.
RANKS = listed(
    "gen general lt lieutenant col colonel maj major capt captain cpt cmdr cdr commander commodore adm admiral sgt sergeant "
    "cpl corporal pvt private pfc brig brigadier marshal ensign warrant officer constable pc dc det detective insp "
    "inspector supt superintendent sheriff trooper vice rear"
)
# Offices that stand before a name as a title does: "President Masoud Pezeshkian", "coach Eddie Jordan".
ROLES = listed(
    "president premier prime minister chancellor secretary governor gov mayor senator sen rep representative congressman "
    "congresswoman councillor councilman councilwoman ambassador envoy consul judge justice magistrate attorney prosecutor "
    "lawyer leader ruler chairman chairwoman chair chairperson chief ceo cfo coo cto director manager boss owner founder "
    "executive spokesman spokeswoman spokesperson head coach trainer skipper guard striker goalkeeper actor actress singer "
    "author writer poet journalist reporter editor correspondent photographer agent producer analyst economist researcher "
    "scientist historian expert engineer pilot driver farmer teacher student resident witness suspect victim survivor "
    "dictator deputy acting interim former ex then assistant associate senior junior gm pm mp"
)
# Whatever may stand before a surname without being a given name.
TITLES = HONORIFICS | RANKS | ROLES

# What "24" may count when people are meant.
PERSON_NOUNS = listed(
    "people person persons man men woman women child children boy boys girl girls baby babies infant infants toddler "
    "toddlers adult adults teenager teenagers youth youths resident residents inhabitant inhabitants villager villagers "
    "civilian civilians victim victims survivor survivors passenger passengers crew crewman crewmen sailor sailors soldier "
    "soldiers troop troops trooper troopers officer officers policeman policemen policewoman policewomen firefighter "
    "firefighters worker workers employee employees staff student students pupil pupils teacher teachers patient patients "
    "hostage hostages prisoner prisoners detainee detainees captive captives suspect suspects pirate pirates fighter "
    "fighters militant militants gunman gunmen rebel rebels insurgent insurgents refugee refugees migrant migrants evacuee "
    "evacuees protester protesters protestor protestors demonstrator demonstrators casualty casualties fatality fatalities "
    "citizen citizens national nationals foreigner foreigners tourist tourists guest guests customer customers shopper "
    "shoppers farmer farmers fisherman fishermen journalist journalists doctor doctors nurse nurses medic medics family "
    "families household households"
)

# Verbs that give words to somebody, in the forms that news uses with a subject.
SPEECH_VERBS = listed(
    "said says say saying told tells telling added adds adding stated stating announced announces announcing reported "
    "reports reporting confirmed confirms confirming declared declares declaring warned warns warning claimed claims "
    "claiming wrote writes writing tweeted posted testified explained explains acknowledged acknowledges admitted admits "
    "disclosed revealed reveals noted notes noting insisted insists argued argues asked asks replied replies remarked "
    "recalled recalls concluded commented continued stressed stresses quipped joked observed repeated shouted cried "
    "whispered estimated estimates predicted predicts according"
)
# What an event does by being: a date beside such a verb is the date of its subject.
OCCURRENCE_VERBS = listed(
    "occur occurs occurred occurring happen happens happened happening take takes took taken taking come comes came begin "
    "begins began begun start starts started end ends ended strike strikes struck hit hits break breaks broke erupt erupts "
    "erupted explode explodes exploded collapse collapsed crash crashed sink sank sunk die died dies open opens opened "
    "close closes closed launch launched unfold unfolded ensue ensued follow followed land landed arrive arrived held "
    "scheduled set due"
)
# Occasions of saying: "a statement on Friday" dates the statement.
SPEECH_NOUNS = listed(
    "statement statements conference briefing interview announcement speech address release communique tweet post message "
    "letter email memo bulletin call testimony remarks comments"
)

# Small words inside a name that keep it together.
PARTICLES = listed(
    "al el ul ud ad ash an as at bin ben bint ibn abu abou umm um de del dela della di da das do dos du des la le les lo "
    "van von der den ter ten te zu zur vom af av und y e i of the bte binti ap ab mac mc st san santa"
)
# Legal forms, which name no company by themselves.
COMPANY_FORMS = listed(
    "inc incorporated corp corporation co company companies ltd limited llc llp plc gmbh ag sa nv bv spa srl oy ab as kg "
    "kgaa se group holding holdings pty pte sarl sas kk jsc ojsc oao ooo pjsc bhd"
)
# Words that head the name of a body or a place, so that no word of such a name is a middle name that may be left out.
ORGANISATION_WORDS = listed(
    "aviation banco academy administration agency airlines airport airways alliance army assembly association authority "
    "bank board brigade bureau cathedral centre center centres centers church city club college command commission "
    "committee confederation conference congress corps council county court department district division embassy exchange "
    "federation fleet force forces foundation front fund government guard guards hospital hotel house industries institute "
    "institution island islands laboratory league library market media ministry mission mosque movement museum nations navy "
    "network news office organisation organization palace park parliament party police port post press prison programme "
    "program province region republic reserve river road school sea senate service services society square stadium state "
    "states station street studies survey systems team technologies temple times town tribunal trust union united "
    "university valley village war watch"
)
