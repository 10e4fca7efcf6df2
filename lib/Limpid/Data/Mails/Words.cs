namespace Limpid.Data.Mails;

/// <summary>The words of a text, as a classifier counts them.</summary>
public static class Words
{
    /// <summary>The longest word that counts; what is longer is a coded attachment.</summary>
    public const int Longest = 20;

    /// <summary>Runs of 2 to 20 letters a to z, lower-cased, in the order of the text; function words and the words of dates are left out, as are runs that touch another letter or a digit.</summary>
    /// <param name="text">Any text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IEnumerable<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Scan(text);
    }

    /// <summary>The words of subject and body.</summary>
    /// <param name="mail">The mail.</param>
    /// <exception cref="ArgumentNullException"><paramref name="mail"/> is null.</exception>
    public static IEnumerable<string> Of(Mail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return Scan(mail.Subject).Concat(Scan(mail.Body));
    }

    private static IEnumerable<string> Scan(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at])) continue;
            var (start, plain) = (at, true);
            for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++) plain &= char.IsAsciiLetter(text[at]);
            if (!plain || at - start is < 2 or > Longest) continue;
            var word = text[start..at].ToLowerInvariant();
            if (!StopWords.All.Contains(word)) yield return word;
        }
    }
}
