using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Limpid.Notebooks.Scripting;

/// <summary>How cells are compiled: C# 14, optimised, unsafe code allowed, the genuine engine's imports.</summary>
internal static class ScriptSetup
{
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive.Kernel",
    ];

    /// <summary>Diagnostics no reader of a notebook can act on: binding redirects, and <c>string?</c> where nullable is off.</summary>
    private static readonly string[] Suppressed = ["CS1701", "CS1702", "CS1705", "CS8632", "CS8669"];

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. PlatformAssemblies.Core().Append(typeof(Kernel).Assembly.Location).Append(typeof(Formatter).Assembly.Location)
            .Append(typeof(Microsoft.AspNetCore.Html.HtmlString).Assembly.Location)
            .Select(ReferenceResolver.Open),
    ]);

    public static ScriptOptions First(ReferenceResolver references, SourceResolver sources) => ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp14)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithAllowUnsafe(true)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithMetadataResolver(references)
        .WithSourceResolver(sources)
        .WithReferences(References.Value)
        .WithImports(Imports);

    public static bool IsShown(Diagnostic diagnostic) =>
        diagnostic.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning && !Suppressed.Contains(diagnostic.Id);
}
