using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Language;

/// <summary>Names of arguments that a call can still be given.</summary>
internal static class ArgumentCandidates
{
    public static IEnumerable<Candidate> At(CursorSite site)
    {
        if (Argument(site) is not { Parent: BaseArgumentListSyntax list } argument) return [];
        var place = list.Arguments.IndexOf(argument);
        var named = list.Arguments.Where(a => a != argument).Select(a => a.NameColon?.Name.Identifier.ValueText).ToHashSet();
        return Calls.Overloads(site.Model, list)
            .Where(method => site.Model.IsAccessible(site.Position, method))
            .SelectMany(method => method.Parameters.Skip(list.Arguments.Take(place).Count(a => a.NameColon is null)))
            .Where(parameter => !named.Contains(parameter.Name))
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Candidate(parameter.Name, SymbolCandidates.Escape(parameter.Name) + ":", CompletionKind.Argument, CandidateGroup.Expected,
                () => Signatures.Short(parameter, 0)));
    }

    private static ArgumentSyntax? Argument(CursorSite site) => site.Name?.Parent switch
    {
        ArgumentSyntax argument => argument,
        NameColonSyntax { Parent: ArgumentSyntax argument } => argument,
        _ => null,
    };
}
