"""Binding: which mention of an article speaks of which fact, and how firmly.

What is read: an article's words, sentences and mentions, and the words of all facts. What is not: whether a bound mention
agrees with its fact, which is for the kinds to say.
"""
