"""Names of lands, continents and oceans: too large to be where something happened, and named in passing everywhere.

What is here: the usual English names of states, of parts of the world and of seas. What is not: towns, regions and peoples.
"""

from __future__ import annotations

from factspec.language.folding import fold

__all__ = ["is_of_the_world"]

_NAMES = """afghanistan|africa|albania|algeria|america|angola|antarctica|arctic|argentina|armenia|asia|atlantic|atlantic ocean|
australia|austria|azerbaijan|bahrain|baltic|baltic sea|bangladesh|belarus|belgium|benin|bhutan|black sea|bolivia|bosnia|botswana|
brazil|britain|brunei|bulgaria|burkina faso|burma|burundi|cambodia|cameroon|canada|caribbean|chad|chile|china|colombia|congo|
costa rica|croatia|cuba|cyprus|czech republic|czechia|denmark|djibouti|dominican republic|east|east asia|eastern europe|ecuador|
egypt|el salvador|england|eritrea|estonia|ethiopia|europe|european union|eu|far east|fiji|finland|france|gabon|gambia|georgia|
germany|ghana|great britain|greece|greenland|guatemala|guinea|guyana|haiti|holland|honduras|hungary|iceland|india|indian ocean|
indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|korea|kosovo|kuwait|kyrgyzstan|laos|
latin america|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|madagascar|malawi|malaysia|maldives|mali|
malta|mauritania|mauritius|mediterranean|mediterranean sea|mexico|middle east|moldova|monaco|mongolia|montenegro|morocco|
mozambique|myanmar|namibia|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north africa|north america|north korea|north sea|
northern ireland|norway|oman|pacific|pacific ocean|pakistan|panama|papua new guinea|paraguay|peru|philippines|poland|portugal|
qatar|red sea|romania|russia|rwanda|saudi arabia|scandinavia|scotland|senegal|serbia|sierra leone|singapore|slovakia|slovenia|
somalia|south africa|south america|south asia|south korea|southeast asia|soviet union|spain|sri lanka|sudan|suriname|sweden|
switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tunisia|turkey|turkmenistan|u a e|u k|u n|u s|u s a|uae|uganda|uk|
ukraine|un|united arab emirates|united kingdom|united nations|united states|uruguay|us|usa|uzbekistan|vatican|venezuela|vietnam|
wales|west|west africa|western europe|yemen|zambia|zimbabwe"""
_WORLD = frozenset(" ".join(name.split()) for name in _NAMES.replace("\n", "").split("|"))


def is_of_the_world(name: str) -> bool:
    """Whether a name is that of a land, a continent or an ocean."""
    return " ".join(fold(name).split()) in _WORLD
