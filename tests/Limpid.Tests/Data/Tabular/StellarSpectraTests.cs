using System.Globalization;
using Limpid.Data;
using Limpid.Data.Tabular;
using TorchSharp;
using Xunit;

namespace Limpid.Tests.Data.Tabular;

public sealed class StellarSpectraTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static readonly string[] Parameters = ["ID SpType Teff logg __Fe_H_", "886 \"G3 V\" 5305 4.49 -0.75", "887 F2 5894 4.25 \"\"", "888 \"\" 5400 \"\" 0.50", "9 G2V 5775 4.00 -2.00"];

    // 83 wavelengths, of which 50 + 30 are dropped; star s0886 has its maximum outside what is kept.
    private static string[] Spectra() =>
        ["s0886,s0887,s0888,wav", .. Enumerable.Range(0, 83).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 9 : i == 51 ? 4 : 2)},1,{(i == 52 ? 10 : 5)}.0,{3500 + 0.9 * i:F1}"))];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Spectra_are_cleaned_as_in_the_paper()
    {
        var stars = StellarSpectra.Parse(Spectra(), Parameters);
        // The star without a metallicity is left out; a star of the parameters alone does not count for the largest metallicity.
        Assert.Equal(["s0886", "s0888"], stars.Stars);
        Close.Values([3545.0, 3545.9, 3546.8], stars.Wavelengths, 1e-9);
        using var x = stars.Inputs();
        using var y = stars.Targets();
        Close.Values([0.5, 1, 0.5, 0.5, 0.5, 1], x.data<float>().ToArray().Select(v => (double)v), 1e-7);
        Close.Values([-1, 0.5 / 0.75], y.data<float>().ToArray().Select(v => (double)v), 1e-7);
        Assert.Equal(0.75, stars.Largest);
        using var second = stars.Inputs([1]);
        Assert.Equal([1, 3], second.shape);
    }

    [Fact]
    public void Files_are_read_from_paths()
    {
        File.WriteAllLines(Path.Combine(_folder.Path, "miles_stars.csv"), Spectra());
        File.WriteAllLines(Path.Combine(_folder.Path, "params.ascii"), Parameters);
        Assert.Equal("2 stars, 3 wavelengths from 3545.0 to 3546.8 Angstrom", StellarSpectra.Open(Path.Combine(_folder.Path, "miles_stars.csv"), Path.Combine(_folder.Path, "params.ascii")).ToString());
        Assert.Contains("no such file", Assert.Throws<DataSetUnavailableException>(() => StellarSpectra.Open(Path.Combine(_folder.Path, "none.csv"), "params.ascii")).Message);
    }

    [Fact]
    public void What_is_not_of_the_form_is_refused()
    {
        Assert.Contains("no column 'wav'", Refused(["s0886,wave", "1,2"], Parameters));
        Assert.Contains("80 that are dropped", Refused(Spectra()[..81], Parameters));
        Assert.Contains("named 'alpha'", Refused(["alpha,wav", .. Spectra()[1..].Select(line => string.Join(',', line.Split(',')[2..]))], Parameters));
        Assert.Contains("line 3 holds 'x'", Refused([.. Spectra()[..2], "x,1,2,3501", .. Spectra()[3..]], Parameters));
        Assert.Contains("line 2 has 3 cells", Refused(Spectra(), [Parameters[0], "886 5305 4.49"]));
        Assert.Contains("'ID' and '__Fe_H_'", Refused(Spectra(), ["ID Teff"]));
        Assert.Contains("no star has", Refused(Spectra(), Parameters[..1]));
    }

    private static string Refused(string[] spectra, string[] parameters) => Assert.Throws<DataFormatException>(() => StellarSpectra.Parse(spectra, parameters)).Message;
}
