using System.Diagnostics;
using Limpid.Notebooks.Outputs;
using Microsoft.CodeAnalysis;

namespace Limpid.Notebooks.Scripting;

/// <summary>Turns what went wrong into an output that says where: "cell N, line M".</summary>
internal static class CellErrors
{
    private const int Frames = 30;

    public static ErrorOutput FromDiagnostics(IEnumerable<Diagnostic> diagnostics, string cell, string folder)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var first = errors[0];
        // A consequence of another error, and about a file that nobody asked for.
        errors.RemoveAll(error => error != first && error.Id == "CS1569");
        var more = errors.Count > 1 ? $" (and {errors.Count - 1} more)" : "";
        var advice = CellAdvice.For(first);
        var message = $"{first.GetMessage()} [{first.Id}]{(advice is null ? "" : ": " + advice)}{more}";
        IEnumerable<string> trace = Describe(first, cell, folder);
        if (advice is not null) trace = trace.Append("    " + advice);
        trace = trace.Concat(errors.Skip(1).Take(Frames - 1).SelectMany(error => Describe(error, cell, folder)));
        return new ErrorOutput("CompilationError", message, Place(first, cell, folder), [.. trace]);
    }

    public static string FromWarning(Diagnostic warning, string cell, string folder) =>
        $"{Place(warning, cell, folder)}: warning: {warning.GetMessage()} [{warning.Id}]\n";

    public static ErrorOutput FromException(Exception exception, string cell, string folder)
    {
        var location = Chain(exception).SelectMany(Lines).FirstOrDefault(frame => IsCell(frame.File)) is { File: { } file } found
            ? $"{file}, line {found.Line}"
            : cell;
        var error = new ErrorOutput(exception.GetType().Name, Sentence(exception), location, []);
        var trace = new List<string> { error.Summary };
        foreach (var link in Chain(exception))
        {
            if (link != exception) trace.Add($" because of {link.GetType().Name}: {Sentence(link)}");
            trace.AddRange(Lines(link).Take(Frames).Select(frame => "   at " + frame.Describe(folder)));
        }
        return error with { Trace = trace };
    }

    public static ErrorOutput FromCell(CellException exception, string cell)
    {
        var error = new ErrorOutput(exception.Name, exception.Message, $"{cell}, line {exception.Line}", []);
        return error with { Trace = [error.Summary] };
    }

    private static IEnumerable<string> Describe(Diagnostic error, string cell, string folder)
    {
        yield return $"{Place(error, cell, folder)}: {error.GetMessage()} [{error.Id}]";
        if (error.Location.SourceTree is not { } tree) yield break;
        var start = error.Location.GetLineSpan().StartLinePosition;
        var line = tree.GetText().Lines[start.Line].ToString();
        yield return "    " + line;
        yield return "    " + string.Concat(line.Take(start.Character).Select(c => c == '\t' ? '\t' : ' ')) + "^";
    }

    private static string Place(Diagnostic diagnostic, string cell, string folder)
    {
        var span = diagnostic.Location.GetLineSpan();
        if (string.IsNullOrEmpty(span.Path)) return cell;
        return $"{StackLine.ShortPath(span.Path, folder)}, line {span.StartLinePosition.Line + 1}";
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? link = exception; link is not null; link = link.InnerException) yield return link;
    }

    private static IEnumerable<StackLine> Lines(Exception exception) =>
        new StackTrace(exception, true).GetFrames().Select(StackLine.From).OfType<StackLine>();

    private static bool IsCell(string? file) => file is not null && file.StartsWith("cell ", StringComparison.Ordinal);

    // A message of several lines would tear the summary apart; the rest stands in the trace of libraries that write such messages.
    private static string Sentence(Exception exception) => exception.Message.ReplaceLineEndings(" ").Trim();
}
