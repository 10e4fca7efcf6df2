using System.Text;
using MimeKit.Text;

namespace Limpid.Data.Mails;

/// <summary>The words of an HTML page.</summary>
internal static class HtmlText
{
    /// <summary>The text between the tags, a line for each stretch; without scripts, styles and comments.</summary>
    public static string Of(string html)
    {
        var (text, hidden) = (new StringBuilder(), 0);
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken { Id: HtmlTagId.Script or HtmlTagId.Style } tag)
                hidden = tag.IsEndTag ? 0 : 1;
            else if (token is HtmlTagToken other)
                text.Append(StaysInLine(other) ? "" : "\n");
            else if (token is HtmlDataToken data and not HtmlScriptDataToken && hidden == 0)
                text.Append(data.Data);
        }
        return text.ToString();
    }

    // Spam cuts its words with such tags, which a reader doesn't see.
    private static bool StaysInLine(HtmlTagToken tag) => tag.Id is HtmlTagId.A or HtmlTagId.B or HtmlTagId.I or HtmlTagId.U or HtmlTagId.EM or HtmlTagId.Strong or HtmlTagId.Font or HtmlTagId.Span or HtmlTagId.Big or HtmlTagId.Small or HtmlTagId.Unknown;
}
