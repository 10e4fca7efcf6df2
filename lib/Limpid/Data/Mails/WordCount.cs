namespace Limpid.Data.Mails;

/// <summary>How often a word occurs in a mail.</summary>
/// <param name="Word">Its number in the <see cref="Vocabulary"/>.</param>
/// <param name="Count">At least 1.</param>
public readonly record struct WordCount(int Word, int Count);
