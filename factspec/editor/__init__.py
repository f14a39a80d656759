"""The face for editors: a language server for specs and for the articles that they name.

What is known: the texts that an editor holds, saved or not, the folders that it has open, and the day of today. What is not:
how a verdict comes about, which `run` says, and how a spec is edited, which `editing` does. Needs the extra `lsp` (pygls).
"""

__all__: list[str] = []
