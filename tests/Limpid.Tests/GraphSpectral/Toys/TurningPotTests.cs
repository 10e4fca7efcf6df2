using Limpid.GraphSpectral.Toys;
using Xunit;

namespace Limpid.Tests.GraphSpectral.Toys;

public class TurningPotTests
{
    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    [Fact]
    public void AViewIsAPictureFromZeroToOne()
    {
        var view = TurningPot.View(30);
        Assert.Equal(28 * 28 * 3, view.Length);
        Assert.All(view, value => Assert.InRange(value, 0, 1.0001f));
        Assert.Equal(76 * 101 * 3, TurningPot.Draw(30).Length);
        Assert.True(view.Max() > 0.6);
        var picture = TurningPot.Ink(view);
        Assert.Equal((28, 28), (picture.GetLength(0), picture.GetLength(1)));
        Close.Value(1, picture[0, 0], 1e-6);
        Close.Value(1 - (view[3 * (28 * 14 + 9)] + view[3 * (28 * 14 + 9) + 1] + view[3 * (28 * 14 + 9) + 2]) / 3, picture[14, 9], 1e-6);
    }

    [Fact]
    public void ShrinkingKeepsTheMeanOfTheMiddle()
    {
        var full = TurningPot.Draw(75);
        var middle = Enumerable.Range(0, full.Length).Where(i => i / 3 % 101 is >= 12 and < 88).Average(i => full[i]);
        Close.Value(middle, TurningPot.View(75).Average(), 1e-4);
    }

    [Fact]
    public void AFullTurnIsNone() => Close.Value(0, Distance(TurningPot.View(17), TurningPot.View(377)), 1e-3);

    [Fact]
    public void ViewsFarApartDifferMoreThanNeighbours()
    {
        var views = Enumerable.Range(0, 24).Select(i => TurningPot.View(15 * i)).ToArray();
        for (var i = 0; i < 24; i++)
        {
            var near = Distance(views[i], TurningPot.View(15 * i + 1));
            for (var j = 0; j < 24; j++)
                if (j != i) Assert.True(Distance(views[i], views[j]) > 1.5 * near, $"views {15 * i} and {15 * j} are alike");
        }
    }

    [Fact]
    public void TheSpoutPointsToTheViewersRightAtNoTurn()
    {
        var picture = TurningPot.Draw(0);
        double Column(int x) => Enumerable.Range(0, 76).Sum(y => picture[3 * (y * 101 + x)]);
        Assert.True(Column(84) > 0 && Column(96) == 0);
        // The handle, red, is on the left.
        Assert.Contains(Enumerable.Range(0, 76), y => picture[3 * (y * 101 + 20)] > 2 * picture[3 * (y * 101 + 20) + 2] && picture[3 * (y * 101 + 20)] > 0.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => TurningPot.Draw(double.NaN));
        Assert.Throws<ArgumentException>(() => TurningPot.Ink([1, 2]));
    }
}
