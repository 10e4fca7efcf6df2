using System.Text;
using Limpid.Data;
using Limpid.Data.Mails;
using Xunit;

namespace Limpid.Tests.Data.Mails;

public class MailTextTests
{
    private const string Alternative =
        """
        From someone@example.org  Thu Aug 22 12:36:23 2002
        Return-Path: <secret@example.org>
        Subject: =?iso-8859-1?Q?Caf=E9_[ILUG]_offer?=
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable

        <html><b>second=20choice</b></html>
        --b
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: base64

        Rmlyc3QgY2hvaWNlIOk=
        --b--
        """;

    private static (string Subject, string Body) Of(string mail) => MailText.OfMessage(Encoding.Latin1.GetBytes(mail));

    private static string Body(string body) => Of("Subject: s\n\n" + body).Body;

    [Fact]
    public void PlainTextComesBeforeHtmlAndAllIsDecoded() => Assert.Equal(("Café offer", "First choice é"), Of(Alternative));

    [Fact]
    public void HtmlLosesTagsScriptsStylesAndComments() => Assert.Equal("Buy & win\nnow", Of(
        """
        Subject: s
        Content-Type: text/html

        <html><head><style>p { color: red }</style><script>var hidden = "<b>x</b>";</script></head><!-- noise --><p>B<b></b>uy &amp; win<br>now</p></html>
        """).Body);

    [Fact]
    public void HtmlThatCallsItselfPlainIsReadAsHtml() => Assert.Equal("big words", Body("<html><FONT size=3>big</FONT> words</html>"));

    [Theory]
    [InlineData("kept\n_______________________________________________\nIlug mailing list\nIlug@linux.ie\nhttp://www.linux.ie/mailman/listinfo/ilug\nList maintainer: x@y.ie", "kept")]
    [InlineData("kept\n-- \nIrish Linux Users' Group: ilug@linux.ie\nhttp://www.linux.ie/mailman/listinfo/ilug for (un)subscription information.", "kept")]
    [InlineData("kept\n-- \nJane", "kept\nJane")]
    [InlineData("kept\n-----\nThis sf.net email is sponsored by: ThinkGeek\nWelcome to geek heaven.\n_____\nmore", "kept\nmore")]
    [InlineData("URL: http://www.newsisfree.com/click/1\nDate: 2002-10-01\nA heading\nSupplied by Newsisfree", "A heading")]
    [InlineData("On Wed, Aug 21, 2002 at 10:54:46AM, Jane wrote:\n> > From: jane@x.org\n> the answer", "the answer")]
    [InlineData("write to jane.doe+x@mail.example.org or look at https://a.b/c?d=e or www.example.com now", "write to   or look at   or   now")]
    [InlineData("Spamassassin-Sightings mailing list\nkept", "kept")]
    public void WhatGivesTheSourceAwayGoes(string body, string expected) => Assert.Equal(expected, Body(body));

    [Fact]
    public void AnUnknownOrBrokenMailIsStillText()
    {
        Assert.Equal(("", "no subject"), Of("X-Other: 1\n\nno subject"));
        Assert.Contains("text", Of("Subject: s\nContent-Type: text/plain; charset=\"no-such-set\"\n\ntext").Body);
        Assert.Throws<DataFormatException>(() => MailText.OfMessage([]));
    }

    [Fact]
    public void DamageIsReadOrRefusedButNeverCrashes()
    {
        var (mail, random) = (Encoding.Latin1.GetBytes(Alternative), new Random(2));
        for (var round = 0; round < 500; round++)
        {
            var damaged = mail[..random.Next(mail.Length)];
            for (var i = random.Next(8); i > 0 && damaged.Length > 0; i--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                Assert.NotNull(MailText.OfMessage(damaged).Body);
            }
            catch (DataFormatException)
            {
            }
        }
    }

    [Fact]
    public void PlainFilesAreTakenAsTheyAre()
    {
        Assert.Equal(("re : meters", "see http : / / x\r\nthanks"), MailText.OfPlain("Subject: re : meters\r\nsee http : / / x\r\nthanks\n"));
        Assert.Equal(("", "no subject"), MailText.OfPlain("no subject"));
        Assert.Equal(("only", ""), MailText.OfPlain("Subject: only"));
    }
}
