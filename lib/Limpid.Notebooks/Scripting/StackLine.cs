using System.Diagnostics;

namespace Limpid.Notebooks.Scripting;

/// <summary>One line of a stack trace as a reader of a notebook wants it.</summary>
internal sealed record StackLine(string Method, string? File, int Line)
{
    private static readonly string[] Plumbing =
    [
        "Microsoft.CodeAnalysis.Scripting.", "System.Runtime.CompilerServices.", "System.Runtime.ExceptionServices.", "System.Threading.",
        "Limpid.Notebooks.",
    ];

    /// <summary>Null for the machinery that runs a cell.</summary>
    public static StackLine? From(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method) return null;
        var type = method.DeclaringType;
        if (Plumbing.Any(prefix => type?.FullName?.StartsWith(prefix, StringComparison.Ordinal) == true)) return null;
        var isSubmission = type?.FullName?.StartsWith("Submission#", StringComparison.Ordinal) == true;
        var name = isSubmission ? Plain(type!.FullName![(type.FullName!.IndexOf('+') + 1)..], method.Name) : $"{type?.FullName}.{method.Name}";
        // The generated entry of a submission carries no line and says nothing.
        return isSubmission && frame.GetFileName() is null ? null : new StackLine(name, frame.GetFileName(), frame.GetFileLineNumber());
    }

    public string Describe(string folder)
    {
        var place = File is null ? "" : $"{ShortPath(File, folder)}, line {Line}";
        if (Method.Length == 0) return place;
        return place.Length == 0 ? Method : $"{Method} in {place}";
    }

    public static string ShortPath(string path, string folder)
    {
        if (!Path.IsPathRooted(path)) return path;
        var relative = Path.GetRelativePath(folder, path);
        return relative.Length < path.Length ? relative : path;
    }

    /// <summary>The name the reader wrote: local functions, lambdas and iterators have generated ones.</summary>
    private static string Plain(string type, string method)
    {
        var generated = method.StartsWith('<') || method == "MoveNext" ? method == "MoveNext" ? type : method : null;
        if (generated is null) return type.StartsWith("Submission#", StringComparison.Ordinal) ? method : $"{type}.{method}";
        var local = generated.IndexOf("g__", StringComparison.Ordinal);
        if (local >= 0) return generated[(local + 3)..].Split('|')[0];
        var name = generated.Trim('<').Split('>')[0];
        return name is "Initialize" or "Factory" or "" ? "" : name;
    }
}
