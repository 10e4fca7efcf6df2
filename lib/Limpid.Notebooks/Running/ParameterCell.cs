using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Running;

/// <summary>
/// The variables a notebook's parameter cell declares, and the cell that overrides them. As papermill does, the overriding cell stands right
/// after the parameter cell and carries the tag <c>injected-parameters</c>; it assigns, so the declared types stay.
/// </summary>
internal sealed class ParameterCell
{
    public const string Tag = "parameters";
    public const string InjectedTag = "injected-parameters";

    private static readonly CSharpParseOptions Dialect = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);
    private readonly List<(string Name, string Type, ExpressionSyntax? Value)> _declared = [];

    private ParameterCell(string source)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, Dialect).GetRoot();
        foreach (var declaration in root.Members.OfType<FieldDeclarationSyntax>().Select(field => field.Declaration))
            foreach (var variable in declaration.Variables)
                _declared.Add((variable.Identifier.ValueText, TypeOf(declaration.Type, variable.Initializer?.Value), variable.Initializer?.Value));
    }

    /// <summary>Overrides parameters in a notebook and returns the values of <c>mode</c> and <c>seed</c>, of each that is a parameter with a known value.</summary>
    /// <exception cref="ParameterException">There is no parameter cell, a name is unknown, or a value does not fit its type.</exception>
    public static (string? Mode, long? Seed) Apply(NotebookFile file, IReadOnlyDictionary<string, string> values)
    {
        var cell = file.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(Tag));
        if (cell is null)
        {
            if (values.Count == 0) return (null, null);
            throw new ParameterException($"'{values.First().Key}' can't be set: the notebook has no cell tagged '{Tag}'");
        }
        var parameters = new ParameterCell(cell.Source);
        var assignments = values.Select(value => parameters.Assign(value.Key, value.Value)).ToList();
        if (assignments.Count > 0) Inject(file, cell, "// Parameters\n" + string.Join('\n', assignments));
        var mode = values.TryGetValue("mode", out var text) ? text.Trim('"') : parameters.Value("mode") as string;
        var seed = values.TryGetValue("seed", out var number) ? number.TrimEnd('L') : Convert.ToString(parameters.Value("seed"), CultureInfo.InvariantCulture);
        return (mode, long.TryParse(seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);
    }

    private static void Inject(NotebookFile file, NotebookCell cell, string source)
    {
        var present = file.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(InjectedTag));
        if (present is null) file.InsertCode(cell, source, InjectedTag);
        else present.Source = source;
    }

    private string Assign(string name, string value)
    {
        var (found, type, _) = _declared.FirstOrDefault(declared => declared.Name == name);
        if (found is null)
        {
            var known = _declared.Count == 0 ? "it has none" : "it has " + string.Join(", ", _declared.Select(declared => declared.Name));
            throw new ParameterException($"the notebook has no parameter '{name}'; {known}");
        }
        return $"{name} = {Literal(name, type, value.Trim())};";
    }

    private object? Value(string name) =>
        _declared.FirstOrDefault(declared => declared.Name == name).Value is LiteralExpressionSyntax { Token.Value: var value } ? value : null;

    private static string Literal(string name, string type, string value)
    {
        var culture = CultureInfo.InvariantCulture;
        var literal = type switch
        {
            "string" => IsStringLiteral(value) ? value : SymbolDisplay.FormatLiteral(value, quote: true),
            "bool" => bool.TryParse(value, out var flag) ? (flag ? "true" : "false") : null,
            "int" => int.TryParse(value, NumberStyles.AllowLeadingSign, culture, out _) ? value : null,
            "long" => long.TryParse(value.TrimEnd('L'), NumberStyles.AllowLeadingSign, culture, out _) ? value : null,
            "double" => double.TryParse(value, NumberStyles.Float, culture, out _) ? Number(value, "d") : null,
            "float" => float.TryParse(value.TrimEnd('f'), NumberStyles.Float, culture, out _) ? Number(value.TrimEnd('f'), "f") : null,
            "decimal" => decimal.TryParse(value.TrimEnd('m'), NumberStyles.Float, culture, out _) ? value.TrimEnd('m') + "m" : null,
            _ => IsExpression(value) ? value : null,
        };
        return literal ?? throw new ParameterException(
            $"parameter '{name}' is {(type.Length == 0 ? "set by a C# expression" : $"of type {type}")}; '{value}' is none");
    }

    /// <summary>"NaN" and "Infinity" are numbers too, but no literals.</summary>
    private static string Number(string value, string suffix)
    {
        var parsed = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsFinite(parsed)) return value + suffix;
        var type = suffix == "f" ? "float" : "double";
        return double.IsNaN(parsed) ? $"{type}.NaN" : parsed > 0 ? $"{type}.PositiveInfinity" : $"{type}.NegativeInfinity";
    }

    private static bool IsStringLiteral(string value) =>
        value.StartsWith('"') && IsExpression(value) && SyntaxFactory.ParseExpression(value).IsKind(SyntaxKind.StringLiteralExpression);

    private static bool IsExpression(string value) =>
        value.Length > 0 && !SyntaxFactory.ParseExpression(value, options: Dialect).ContainsDiagnostics;

    /// <summary>The keyword of the declared type; of <c>var</c>, that of the literal it starts with; otherwise the type as written, or "".</summary>
    private static string TypeOf(TypeSyntax type, ExpressionSyntax? value)
    {
        if (!type.IsVar) return type is PredefinedTypeSyntax ? type.ToString() : "";
        if (value is PrefixUnaryExpressionSyntax signed) value = signed.Operand;
        return value is LiteralExpressionSyntax literal
            ? literal.Token.Value switch { string => "string", bool => "bool", int => "int", long => "long", double => "double", float => "float", decimal => "decimal", _ => "" }
            : "";
    }
}
