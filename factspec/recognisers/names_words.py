"""Capitalised words that are no names by themselves: openers of sentences, peoples, acronyms of the trade, numbered things.

What is here: closed classes, and the commonest of open ones where a capital would mislead. What is not: names.
"""

from __future__ import annotations

from factspec.language.lexicon import MONTHS, PERSON_NOUNS, SPEECH_NOUNS, WEEKDAYS, listed

__all__ = ["ACRONYMS", "DAYS_AND_MONTHS", "DEMONYMS", "NAMED_AFTER", "NUMBERED", "OF_HEADS", "OPENERS", "TITLE_PHRASES"]

DAYS_AND_MONTHS = WEEKDAYS | MONTHS

# Words that begin a sentence with a capital and are never a name there.
OPENERS = (
    listed(
        "a an the this that these those it its he she they we you i his her their our your my mine me him them us there here in "
        "on at by for from with without within to of as if when while after before since until till during under over above "
        "below against among amid between beyond behind beside besides despite except into onto inside outside near off out up "
        "down through throughout toward towards upon via per and but or nor so yet because although though however whereas "
        "whether unless once meanwhile moreover furthermore nevertheless nonetheless otherwise instead thus hence therefore "
        "still then also too again already always never often sometimes usually perhaps maybe indeed unlike like given "
        "according following including another other others some any many much more most few fewer several both each every "
        "either neither all none no not nobody nothing someone somebody something everyone everybody everything anyone anything "
        "no-one one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozens "
        "hundreds thousands scores millions half first second third fourth fifth last next previous earlier later early late "
        "recently recent now today yesterday tomorrow tonight who whom whose what which why how where whatever whoever whenever "
        "yes well ok okay oh please thank thanks sorry is are was were be been being am do does did have has had can could may "
        "might must shall should will would let get got just only even almost nearly about around roughly at-least up-to such "
        "same own local government officials authorities experts analysts investigators rescuers witnesses sources critics "
        "supporters opponents relatives neighbours neighbors parents leaders lawmakers scientists researchers engineers "
        "reporters police firefighters soldiers medics hospitals schools oil prices shares stocks markets traffic weather rain "
        "snow fire floods heavy strong powerful dead killed injured breaking update watch photo photos video image file caption "
        "advertisement related story stories read correction editor editors copyright by-line rescue search aid help internet "
        "web online email phone christmas easter ramadan god english"
    )
    | PERSON_NOUNS
    | SPEECH_NOUNS
)

# Peoples and what belongs to them: an adjective, or a people, but nobody's name.
DEMONYMS = listed(
    "somalian afghan african albanian algerian american angolan arab arabian argentine argentinian armenian asian "
    "australian austrian azerbaijani bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian british "
    "bulgarian burmese cambodian cameroonian canadian catalan chadian chechen chilean chinese christian colombian congolese "
    "croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european "
    "fijian filipino finnish french gabonese gambian gazan georgian german ghanaian greek guatemalan haitian hindu "
    "hungarian icelandic indian indonesian iranian iraqi irish islamic israeli italian ivorian jamaican japanese jewish "
    "jordanian kazakh kenyan korean kurdish kuwaiti kyrgyz latvian lebanese liberian libyan lithuanian malaysian malian "
    "maltese mauritanian mexican moldovan mongolian moroccan mozambican muslim namibian nepalese nicaraguan nigerian "
    "norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan "
    "saudi scottish senegalese serbian shia shiite sikh singaporean slovak slovenian somali spanish sudanese sunni swedish "
    "swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek "
    "venezuelan vietnamese welsh western yemeni zambian zimbabwean afghans africans albanians americans arabs asians "
    "australians austrians belgians brazilians britons canadians chechens christians egyptians europeans filipinos "
    "frenchman frenchmen germans greeks hindus hungarians indians indonesians iranians iraqis israelis italians jews "
    "jordanians kenyans kurds lebanese malaysians mexicans muslims nigerians norwegians pakistanis palestinians poles "
    "russians saudis scots serbs shiites sikhs somalis spaniards sunnis swedes syrians taliban thais turks ukrainians "
    "yemenis westerners englishman englishmen irishman dane danes finn finns dutchman briton turk kurd jew pole scot"
)

# Acronyms that name a measure, a trade or a zone of time.
ACRONYMS = listed(
    "gdp gnp gmt utc bst cet est edt cst cdt pst pdt ist tv ceo cfo cto coo pm am id ok it pc dna rna hiv aids gm vp md mp "
    "mps pr hr qa cctv faq usd eur gbp jpy inr km kg mph kph lb lbs ft cm mm ad bc ce bce ira-n ii iii iv vi vii viii ix xi "
    "xii atm suv dvd cd gps sms pdf html url isp isps ngo ngos ied ieds wmd rpg rpgs am-pm asap diy ufo vip"
)

# Nouns that take a number: "Article 5" and "Resolution 1701" name nothing without it.
NUMBERED = listed(
    "article resolution section chapter highway route flight room page phase level number no type act part class group "
    "block gate terminal grade annex paragraph clause rule title channel platform pier line unit zone sector stage round "
    "week day year game session volume issue table figure"
)

# What is named after somebody in the genitive: "Lloyd’s List", "People’s Daily", "St Thomas’s Hospital".
NAMED_AFTER = listed(
    "list hospital college church cathedral day wharf square vineyard daily cup island islands street park liberation "
    "republic choice digest journal weekly magazine bay head town point hill hall school party congress army basilica court"
)

# Words that go on with "of" within a name: the Strait of Hormuz, the Ring of Fire; "Ann Lee of Ohio" is two.
OF_HEADS = listed(
    "strait straits gulf ring bay cape isle isles horn kingdom mount mountains sound coast order lord lords art arts tower "
    "battle treaty declaration bill act articles sons daughters knights friends doctors house state tomb gate temple dome "
    "field port lake rock vale isthmus pillars pillar rite festival feast day night museum daughter mothers voice radio "
    "lady statue chamber band brothers secretary chief speaker leader archbishop duke prince earl patriarch master bachelor "
    "medal legion cross star joint heart arc"
)

# Offices of several words that stand before a name.
TITLE_PHRASES = (
    "secretary of state", "secretary of defense", "secretary of defence", "secretary of the treasury", "chief of staff",
    "speaker of the house", "leader of the opposition", "prime minister", "attorney general", "vice president", "chief executive",
    "chief justice", "supreme leader", "grand ayatollah", "crown prince",
)  # fmt: skip
