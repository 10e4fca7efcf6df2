using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Limpid.Cli.Commands;

/// <summary>Options of the commands that run notebooks, and how their values are read.</summary>
internal static partial class NotebookOptions
{
    /// <summary>A number of at least one.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it is for.</param>
    public static Option<int?> Count(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0)
                return count;
            result.AddError($"{name} is '{result.Tokens[0].Value}'; expected a whole number of at least 1");
            return null;
        },
    };

    /// <summary>A time: <c>90</c>, <c>90s</c>, <c>15m</c> or <c>2h</c>.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it is for.</param>
    public static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            Match time = TimeText().Match(result.Tokens[0].Value);
            if (time.Success && double.TryParse(time.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is > 0 and < 1e6)
                return TimeSpan.FromSeconds(number * time.Groups[2].Value switch { "m" => 60, "h" => 3600, _ => 1 });
            result.AddError($"{name} is '{result.Tokens[0].Value}'; expected a time like 90s, 15m or 2h");
            return null;
        },
    };

    /// <summary>Reads <c>name=value</c> pairs.</summary>
    /// <param name="texts">The texts; of one name given twice, the later counts.</param>
    /// <exception cref="WrongUseException">One is no such pair.</exception>
    public static Dictionary<string, string> Parameters(IEnumerable<string> texts)
    {
        var parameters = new Dictionary<string, string>();
        foreach (string text in texts)
        {
            Match pair = Pair().Match(text);
            if (!pair.Success)
                throw new WrongUseException($"--set is '{text}'; expected name=value, as in --set seed=1");
            parameters[pair.Groups[1].Value] = pair.Groups[2].Value;
        }
        return parameters;
    }

    [GeneratedRegex(@"^(\d+(?:\.\d+)?)([smh]?)$")]
    private static partial Regex TimeText();

    [GeneratedRegex(@"^([A-Za-z_]\w*)=(.*)$", RegexOptions.Singleline)]
    private static partial Regex Pair();
}
