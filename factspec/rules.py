"""The rules by which verdicts come about, each with its meaning in plain words.

Written by `python tests/test_rules.py` from docs/verdicts.md, which is the place to change them; a test holds both together.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["RULES"]

RULES: Mapping[str, str] = {
    "C0": 'a figure contains the anchor: "at the age of 85"',
    "C1": 'a figure counts the noun behind it: "24 dead", "seven assault rifles"',
    "C2": 'a figure is the subject of the anchor: "24 people were killed"',
    "C3": 'a figure is the object of the anchor: "killing at least five people"',
    "C4": 'a figure fills in the anchor: "the death toll rose to 24", "Rovers (9-14)"',
    "C5": 'a figure says how often: "married three times"',
    "C6": "a figure stands in the anchor's clause, or only in its sentence: too loose to accuse",
    "C7": "a figure stands in the anchor's clause, or only in its sentence: too loose to accuse",
    "C8": "a figure has another figure between it and the anchor: too loose to accuse",
    "C9": 'a figure is none at all: "no rifles", "never married"',
    "C10": 'a figure is the very score of the fact, wherever it stands; "nine wins and 14 losses" is 9-14',
    "C11": 'a figure is one person or thing without a number: "killed a child" in the lead, "a single shell"',
    "C12": 'a figure is a sum of what is listed: "a man and two children"',
    "C13": "a figure is missing, but every part is named: vague",
    "C14": 'a figure is a quantifier: "a number of residents", "several": vague',
    "C15": ('a figure is what it cost in lives, where the fact counts the dead: "has cost 47 lives", "claimed 20 lives"'),
    "D1": ('a date is bound strongly, because it stands beside the anchor: "Tuesday\'s quake", "the quake of 2 July"'),
    "D2": 'a date is bound strongly, because the anchor is the verb that governs it: "struck on Tuesday"',
    "D3": (
        "a date is bound strongly, because the anchor is the subject or object of a verb of happening: "
        '"suffered a heart attack on 2 December"'
    ),
    "D4": "a date is bound strongly, because the anchor is the only one of a clause without a verb: a headline",
    "D5": (
        'a date is bound weakly, because it is the date of a statement: "said on Friday". It never accuses; what fits is vague'
    ),
    "D6": "a date is bound weakly, because it stands in the anchor's clause, or only in its sentence",
    "D7": "a date is bound weakly, because it stands in the anchor's clause, or only in its sentence",
    "D8": ("a date is bound strongly, because the anchor is a phrase of the spec, in the same clause, with no verb between"),
    "D9": (
        'a date is bound strongly, because it is counted from another date: "died on Thursday, nine days after a heart attack"'
    ),
    "D10": "a date is bound weakly, because the anchor has a date of its own",
    "D11": (
        "a date is bound strongly, because it stands in the anchor's relative or participle clause, or its "
        '"when" clause has the anchor: "the operation, which did not take place on 28 February", "the mill, '
        'completed in 2005", "24 March, when a fire gutted the mill"'
    ),
    "D12": (
        'a date is bound weakly, because it dates what came of the event: "last month … drew criticism after sinking a trawler"'
    ),
    "D13": ('a date is bound strongly, because the next sentence goes on about the anchor: "It happened on Friday"'),
    "D14": "a date is bound strongly, because the verb that governs it stands in the fact's statement",
    "D15": (
        'a date is bound weakly, because it is a length of time that only circles the day: "after 13 days of '
        'bombardment". Vague at best'
    ),
    "D16": (
        "a date is bound weakly, because it is the fact's very day, and the article is about the spec's "
        'event: "the men who were underground on 14 May". Days written with their month count anywhere in '
        'such an article, "on Friday" only in its first sentences and where they speak of the event, years '
        "and months only where they are long past. It never accuses"
    ),
    "D17": "a date is bound weakly, because it is the date of a statement, and the fact is that it was stated",
    "D18": (
        "a date is bound weakly, because is a year at the head of the sentence, a slip of the fact's year, "
        'and the anchor is in its clause: "In 2011 the bridge was shut"'
    ),
    "K1": "the same words in quotation marks; contractions, digits, spelling, elision and brackets alike",
    "K2": 'a changed word, or a "not" gained or lost: accuses',
    "K3": "the words without marks: vague",
    "K4": 'another person as the speaker, by name or as the "he" of a sentence that names nobody else: accuses',
    "K5": "only a part of the words: vague",
    "K6": "a paraphrase that has most of the longer words: vague",
    "N0": ("an exact form; titles, ranks and legal forms may go. For dates and figures, a form of also or not found as written"),
    "N1": "a form listed under not accuses",
    "N2": "another spelling of a person's name: transliteration, initials, a middle name left out",
    "N3": ('one or two wrong letters in one word accuse, and another number in a designation: "Flight 318" for "Flight 381"'),
    "N4": "a bare surname counts with a title or a verb of saying, and never behind another given name",
    "N5": (
        "another name in the slot accuses: in apposition to an anchor, alike in half its words beside the "
        'fact\'s other name, or joined to one of two names behind an anchor ("linking Orvale and Tarn")'
    ),
    "N6": "the name stands far from what the fact is about: it does not count",
    "N8": 'the class without the name, "an Indian navy ship": vague',
    "P1": "the place itself in or beside a sentence with an anchor; only a larger place: vague",
    "P2": "the place itself in or beside a sentence with an anchor; only a larger place: vague",
    "P3": (
        "another place that the anchor leads to accuses, if it is of the fact's larger place (\"born in "
        'Brookton, Tenn."), lies at the other end of the country, or is the name of the very camp, port or '
        "town"
    ),
    "P4": 'the place as an attribute, "the Ashford, Tenn., girl": vague',
    "P5": "the place behind a preposition in a sentence that tells of the event",
    "Q1": "a figure is at most eight words from the anchor, in its clause, and no other is nearer",
    "Q2": "a figure stands in the anchor's clause, far away, or only in its sentence: too loose to accuse",
    "Q3": "a figure stands in the anchor's clause, far away, or only in its sentence: too loose to accuse",
    "Q4": ("a figure is farther from the anchor than another figure; one in brackets behind it is the same, converted"),
    "Q5": (
        "a figure is the fact's very figure, in a sentence about the event, and no figure that many things "
        "have: it has two digits and a unit, three digits, or the noun of the statement. It never accuses"
    ),
    "Q6": (
        "a figure is the fact's very number with another unit of the same dimension, or a thousand or a "
        "million times as much: a slip that accuses"
    ),
    "Q7": ('a figure is what the anchor that opens the sentence "came to", "amounted to" or "stood at", however far from it'),
    "R1": "the office as title, apposition or copula, with no other person or verb between",
    "R2": "the person without an office: vague",
    "R3": '"former", "deputy", "acting", or an office that excludes the fact\'s: accuses',
    "R4": "the office is denied or disowned: accuses",
    "R5": "another person holds the same body's office: accuses",
    "R6": 'an office that covers the fact\'s or goes with it ("official", "leader"): vague',
    "R7": "the office alone in another sentence, of no other body: supports",
    "R8": (
        'the office in other words: "who heads the housing ministry", "Orvale boss Ida Brandvold" of a chief executive: supports'
    ),
    "S1": (
        "a cue and its reach: negation, denial, correction, supposition. What is denied does not support; a "
        "denied right value contradicts"
    ),
    "S2": 'a forecast of what is still to come is a statement: "should be restored by 31 December"',
    "T1": (
        "the article has no dateline: a date is read as of every day in the week after the fact, and only "
        "what holds for all of them is sure"
    ),
    "T2": "a date is bound weakly, because days counted back from the dateline may be one off: vague, not wrong",
    "W1": (
        'a date is bound weakly, because it agrees, but its weekday does not: "Friday, 14 March" where the '
        "14th is a Saturday. A contradiction of its own"
    ),
    "W2": "a date is bound weakly, because one end of a period is another: a contradiction",
    "X1": "it has no force here, because the anchor of another fact of the same kind is nearer",
    "X2": (
        'it has no force here, because the event is brought in as another one: "an earthquake near Orvale" '
        'after the quake was spoken of, "another raid", "a barn fire"'
    ),
    "X3": (
        "it has no force here, because it is of another time: long before the article, or the news of the day "
        "where the fact is an old one"
    ),
    "X4": ('it has no force here, because it is a part or an addition: "twelve of them", "two more", "three out of four"'),
    "X5": ("it has no force here, because none of about stands in its sentence (counts that have both of and about)"),
    "X6": (
        "it has no force here, because the right value stands elsewhere in the article, and this sentence tells of something else"
    ),
    "X7": ("it has no force here, because it is a part of the whole that stands elsewhere: six children of 24 dead"),
    "X8": 'it has no force here, because the anchor only modifies another noun: "two pirate vessels"',
    "X9": "it has no force here, because it is too far from the fact's date for a slip: another event",
    "X10": "it has no force here, because it is just the value that another fact of the spec has",
    "X12": 'it has no force here, because it counts something else: "24 people were injured and others died"',
    "X13": "it has no force here, because the very same anchor has a mention that agrees",
    "X14": (
        "it has no force here, because it stands below the lead, beside other names than those of the fact's "
        "statement, or the sentence opens with somebody, or leads to a place, that the spec does not know"
    ),
    "X15": "it has no force here, because it is one end of a range",
    "X16": 'it has no force here, because it is the sum of several: "combined"; or it is odds, no score',
    "X20": "it has no force here, because a person who is not in the fact's statement does it",
    "X21": "it has no force here, because it is an aftershock, an anniversary, a repeat",
    "X22": (
        "it has no force here, because its subject is another than the statement's, or one that the sentence "
        'brings in as new: "a balloon reached 27 km"'
    ),
    "X23": 'it has no force here, because it is "the following Monday", with no date before it',
    "X24": ("it has no force here, because it is a day of these weeks, where the fact is a long period that they lie in"),
    "X25": "it has no force here, because it is the next one, where the fact's is over",
    "X26": "it has no force here, because it was called off or moved",
    "X27": "it has no force here, because it is a forecast of what is over",
    "X28": ('it has no force here, because the fact\'s date is a limit ("until Monday"), and this one is a day within'),
    "X30": (
        "it has no force here, because the article has none of the spec's names and fewer than two words of "
        "its event: it is about something else, and the fact is omitted"
    ),
    "X31": (
        'it has no force here, because it is of another order than the fact\'s figure and has other digits: "four" for 1,140'
    ),
    "X32": (
        'it has no force here, because the sentence tells of several, where the statement has one: "the '
        'bombing of schools killed 50"'
    ),
    "X33": (
        "it has no force here, because it is the whole of which the article counts the fact's figure as a "
        'part: "three out of four lines"'
    ),
    "X34": ("it has no force here, because below the lead, its sentence has nothing of the fact and its event but the anchor"),
    "X35": (
        'it has no force here, because it is what a price or a share was for a moment on the way: "down 14 '
        'percent at midday"; vague at best'
    ),
    "X36": (
        'it has no force here, because it stands beside another version than the spec\'s, "4.8.2" for 4.8.3, '
        "or below a heading that names one"
    ),
}
