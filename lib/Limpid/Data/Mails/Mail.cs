namespace Limpid.Data.Mails;

/// <summary>One mail, as far as a classifier may see it.</summary>
/// <param name="Name">Folder and number in its corpus, for example <c>spam-1/00023</c>.</param>
/// <param name="Subject">The subject, one line, without the tags of mailing lists.</param>
/// <param name="Body">The text, without addresses, quoted headers and footers of mailing lists; see <see cref="MailText"/>.</param>
/// <param name="IsSpam">Its label.</param>
public sealed record Mail(string Name, string Subject, string Body, bool IsSpam);
