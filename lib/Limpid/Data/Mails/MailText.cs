using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace Limpid.Data.Mails;

/// <summary>What a mail says, without what gives away where it was collected.</summary>
/// <remarks>
/// Of the headers only the subject is kept, without tags in brackets such as <c>[ILUG]</c>. Of the parts the first plain text is read, else the first HTML, whose tags, scripts and comments go. Then go:
/// addresses of mail and web, headers that are quoted in the text, the lines "On such a day so-and-so wrote", forwarding marks, and the footers of mailing lists: all wanted mails of the SpamAssassin corpus came by lists and many
/// of its spam didn't, so that a classifier would learn the footers.
/// </remarks>
public static partial class MailText
{
    private static readonly ParserOptions Lenient = Options();

    /// <summary>Subject and text of a mail as it was sent (RFC 822 and MIME).</summary>
    /// <param name="message">The bytes of the file; a first line <c>From ...</c> of a mailbox is passed over. Text without a known character set is read as Latin-1.</param>
    /// <exception cref="DataFormatException">It is no mail.</exception>
    public static (string Subject, string Body) OfMessage(ReadOnlySpan<byte> message)
    {
        // Read as a mailbox the mail would end at the next line that begins with "From".
        if (message.StartsWith("From "u8)) message = message[(message.IndexOf((byte)'\n') + 1)..];
        try
        {
            using var stream = new MemoryStream(message.ToArray(), writable: false);
            using var mail = new MimeParser(Lenient, stream, MimeFormat.Entity).ParseMessage();
            var (plain, html) = (mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.IsPlain), mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.IsHtml));
            var text = plain is not null && !string.IsNullOrWhiteSpace(plain.Text) ? plain.Text : html?.Text ?? "";
            return (CleanSubject(mail.Subject ?? ""), CleanBody(Tags().IsMatch(text) ? HtmlText.Of(text) : text));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or IOException)
        {
            throw new DataFormatException("mail", e.Message);
        }
    }

    /// <summary>Subject and text of a mail of which others have left plain text: a first line <c>Subject: ...</c>, then the body. Nothing else is taken away.</summary>
    /// <param name="text">The whole file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static (string Subject, string Body) OfPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? text : text[..end]).Trim();
        return first.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase)
            ? (first["Subject:".Length..].Trim(), end < 0 ? "" : text[(end + 1)..].Trim())
            : ("", text.Trim());
    }

    private static string CleanSubject(string subject) => Spaces().Replace(Addresses().Replace(ListTag().Replace(subject, " "), " "), " ").Trim();

    private static string CleanBody(string body)
    {
        var kept = new StringBuilder(body.Length);
        foreach (var raw in WithoutFooters(body.ReplaceLineEndings("\n").Split('\n')))
        {
            var line = Addresses().Replace(QuoteMarks().Replace(raw, ""), " ").Trim();
            if (line.Any(char.IsLetterOrDigit) && !QuotedHeader().IsMatch(line) && !Attribution().IsMatch(line) && !Leak().IsMatch(line)) kept.Append(line).Append('\n');
        }
        return kept.ToString().TrimEnd();
    }

    // A footer begins at a ruler, or at the line "--" of a signature, within a dozen lines of which a list is named; it ends the mail or the quotation.
    private static IEnumerable<string> WithoutFooters(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Ruler().IsMatch(lines[i]))
            {
                var last = -1;
                for (var j = i + 1; j < Math.Min(lines.Length, i + 12); j++)
                    if (ListFooter().IsMatch(lines[j])) last = j;
                if (last >= 0)
                {
                    i = last;
                    continue;
                }
            }
            yield return lines[i];
        }
    }

    private static ParserOptions Options()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ParserOptions { CharsetEncoding = Encoding.Latin1 };
    }

    // Some spam calls its HTML plain text.
    [GeneratedRegex(@"<\s*/?\s*(html|body|table|font|br|p|a\s+href|div|center|img)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\[[^\]\r\n]{1,40}\]")]
    private static partial Regex ListTag();

    // Addresses of mail, of web pages with and without their scheme; the corpus has made-up hosts in them that tell the class.
    [GeneratedRegex(@"(mailto:)?[\w.+=-]+@[\w.-]+|(https?|ftp)://\S+|www\.\S+|[\w-]+(\.[\w-]+)*\.(com|net|org|edu|gov|ie|uk|de|biz|info)\b\S*", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"^([>|:\s]|[A-Z]{1,3}>)+")]
    private static partial Regex QuoteMarks();

    [GeneratedRegex(@"^(From|To|Cc|Bcc|Date|Sent|Subject|Message-?I?D?|Reply-To|In-Reply-To|References|Received|Return-Path|Sender|Delivered-To|URL|Content-[\w-]+|MIME-Version|X-[\w-]+|Received|Organi[sz]ation|Newsgroups|Status|Importance|Priority)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex QuotedHeader();

    [GeneratedRegex(@"\b(wrote|writes|said|says)\s*:?\s*$|^-+\s*(Original|Forwarded|Begin|End)|^Begin (forwarded|PGP)|^(On|At) .{4,60}\d\d:\d\d", RegexOptions.IgnoreCase)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^\s*([_=*~-]{2,}|-- ?)\s*$")]
    private static partial Regex Ruler();

    [GeneratedRegex(@"mailing list|mailman|listinfo|list-?info|unsubscri|list maintainer|sponsored by|geek heaven|thinkgeek|majordomo", RegexOptions.IgnoreCase)]
    private static partial Regex ListFooter();

    [GeneratedRegex(@"sightings|deathtospam|newsisfree|mailman|listinfo|mailing list|list maintainer|sf\.net|thinkgeek|geek heaven|supplied by|spamassassin\.taint|unsubscription info", RegexOptions.IgnoreCase)]
    private static partial Regex Leak();
}
