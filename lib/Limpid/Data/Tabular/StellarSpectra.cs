using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace Limpid.Data.Tabular;

/// <summary>Spectra of stars of the MILES library with their metallicity [Fe/H], cleaned as in the paper's code. Immutable.</summary>
/// <remarks>
/// Cleaning: the first 50 and the last 30 wavelengths are dropped; each spectrum is divided by its maximum; stars without a metallicity are left out; metallicities are divided by the
/// largest absolute one. Source: Sanchez-Blazquez et al. 2006 (MILES); Chicchi et al. 2024, the authors' notebook.
/// </remarks>
public sealed partial class StellarSpectra
{
    private const int DroppedFirst = 50, DroppedLast = 30;

    private readonly float[] _fluxes;

    private readonly float[] _targets;

    private StellarSpectra(ImmutableArray<string> stars, ImmutableArray<double> wavelengths, float[] fluxes, float[] targets, double largest) =>
        (Stars, Wavelengths, _fluxes, _targets, Largest) = (stars, wavelengths, fluxes, targets, largest);

    /// <summary>The names of the stars, s0001 to s0985.</summary>
    public ImmutableArray<string> Stars { get; }

    /// <summary>The wavelengths, in Angstrom.</summary>
    public ImmutableArray<double> Wavelengths { get; }

    /// <summary>The largest absolute metallicity, by which targets were divided.</summary>
    public double Largest { get; }

    /// <summary>Reads the two files, from paths or addresses.</summary>
    /// <param name="spectra">A table with a line of names: one column for each star and one named <c>wav</c>; commas between.</param>
    /// <param name="parameters">A table with the names <c>ID SpType Teff logg __Fe_H_</c>; spaces between, quotes around what is empty or has spaces.</param>
    /// <exception cref="DataSetException">A file can't be had or isn't of this form.</exception>
    public static StellarSpectra Open(string spectra, string parameters)
    {
        string[] paths = [FetchedFile.PathOf(spectra, FetchedFile.Folder), FetchedFile.PathOf(parameters, FetchedFile.Folder)];
        if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            throw new DataSetUnavailableException("stellar spectra", [new DataAttempt(missing, "no such file")]);
        return Parse(File.ReadAllLines(paths[0]), File.ReadAllLines(paths[1]));
    }

    /// <summary>The user's own copies <c>miles_stars.csv</c> and <c>params.ascii</c> in the folder that <c>LIMPID_DATA</c> names, or in its folder <c>miles</c>.</summary>
    /// <returns>The spectra; null where there are no such files.</returns>
    /// <exception cref="DataSetException">A file isn't of this form.</exception>
    public static StellarSpectra? Find()
    {
        if (Environment.GetEnvironmentVariable("LIMPID_DATA") is not { Length: > 0 } folder) return null;
        return new[] { Path.Combine(folder, "miles"), folder }.Select(each => (Spectra: Path.Combine(each, "miles_stars.csv"), Parameters: Path.Combine(each, "params.ascii")))
            .Where(pair => File.Exists(pair.Spectra) && File.Exists(pair.Parameters)).Select(pair => Open(pair.Spectra, pair.Parameters)).FirstOrDefault();
    }

    /// <summary>The spectra of some stars.</summary>
    /// <param name="stars">Which; all if null.</param>
    /// <returns>[stars, wavelengths], float32, each with the maximum 1; a new tensor.</returns>
    public Tensor Inputs(IReadOnlyList<int>? stars = null) =>
        tensor((stars ?? [.. Enumerable.Range(0, Stars.Length)]).SelectMany(star => _fluxes[(star * Wavelengths.Length)..((star + 1) * Wavelengths.Length)]).ToArray(), [stars?.Count ?? Stars.Length, Wavelengths.Length]);

    /// <summary>The metallicities of some stars, divided by <see cref="Largest"/>.</summary>
    /// <param name="stars">Which; all if null.</param>
    /// <returns>[stars, 1], float32; a new tensor.</returns>
    public Tensor Targets(IReadOnlyList<int>? stars = null) =>
        tensor((stars ?? [.. Enumerable.Range(0, Stars.Length)]).Select(star => _targets[star]).ToArray(), [stars?.Count ?? Stars.Length, 1]);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Stars.Length} stars, {Wavelengths.Length} wavelengths from {Wavelengths[0]:F1} to {Wavelengths[^1]:F1} Angstrom");

    internal static StellarSpectra Parse(string[] spectra, string[] parameters)
    {
        string[] names = spectra.Length > 0 ? spectra[0].Split(',') : [];
        int wave = Array.IndexOf(names, "wav"), rows = spectra.Count(line => line.Length > 0) - 1;
        if (wave < 0) throw new DataFormatException("stellar spectra", "there is no column 'wav'");
        if (rows <= DroppedFirst + DroppedLast) throw new DataFormatException("stellar spectra", $"there are {rows} wavelengths, expected more than the {DroppedFirst + DroppedLast} that are dropped");
        double[][] cells = [.. spectra[1..(rows + 1)].Select((line, i) => Cells(line.Split(','), names.Length, i + 2))];
        double[][] kept = cells[DroppedFirst..^DroppedLast];
        Dictionary<int, double> metallicities = Metallicities(parameters);
        int[] columns = [.. Enumerable.Range(0, names.Length).Where(column => column != wave && metallicities.ContainsKey(Number(names[column])))];
        if (columns.Length == 0) throw new DataFormatException("stellar spectra", "no star has a metallicity");
        double[] maxima = [.. columns.Select(column => cells.Skip(DroppedFirst).Take(kept.Length).Max(row => row[column]))];
        int dark = Array.FindIndex(maxima, maximum => !(maximum > 0));
        if (dark >= 0) throw new DataFormatException("stellar spectra", $"star '{names[columns[dark]]}' has no flux above 0");
        double[] targets = [.. columns.Select(column => metallicities[Number(names[column])])];
        double largest = targets.Max(Math.Abs);
        return new StellarSpectra([.. columns.Select(column => names[column])], [.. kept.Select(row => row[wave])],
            [.. columns.SelectMany((column, star) => kept.Select(row => (float)(row[column] / maxima[star])))], [.. targets.Select(target => (float)(largest == 0 ? 0 : target / largest))], largest);
    }

    private static Dictionary<int, double> Metallicities(string[] lines)
    {
        string[] names = lines.Length > 0 ? Words(lines[0]) : [];
        int id = Array.IndexOf(names, "ID"), metal = Array.IndexOf(names, "__Fe_H_");
        if (id < 0 || metal < 0) throw new DataFormatException("stellar parameters", "there are no columns 'ID' and '__Fe_H_'");
        var found = new Dictionary<int, double>();
        foreach (var (line, i) in lines.Select((line, i) => (line, i)).Skip(1).Where(pair => pair.line.Trim().Length > 0))
        {
            string[] words = Words(line);
            if (words.Length != names.Length) throw new DataFormatException("stellar parameters", $"line {i + 1} has {words.Length} cells, expected {names.Length}");
            if (words[metal].Trim().Length > 0) found[(int)Cells([words[id]], 1, i + 1)[0]] = Cells([words[metal]], 1, i + 1)[0];
        }
        return found;
    }

    private static string[] Words(string line) => [.. Word().Matches(line).Select(match => match.Value.Trim('"'))];

    private static int Number(string star) => star.StartsWith('s') && int.TryParse(star[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number : throw new DataFormatException("stellar spectra", $"a column is named '{star}', expected 'wav' or a star such as s0886");

    private static double[] Cells(string[] texts, int count, int line) => texts.Length != count
        ? throw new DataFormatException("stellar spectra", $"line {line} has {texts.Length} cells, expected {count}")
        : [.. texts.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value : throw new DataFormatException("stellar spectra", $"line {line} holds '{text}', expected a number"))];

    [GeneratedRegex("\"[^\"]*\"|[^ \t]+")]
    private static partial Regex Word();
}
