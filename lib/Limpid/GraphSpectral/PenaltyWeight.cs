namespace Limpid.GraphSpectral;

internal static class PenaltyWeight
{
    internal static double Check(double weight, string name)
    {
        if (!(weight >= 0 && double.IsFinite(weight)))
            throw new ArgumentOutOfRangeException(name, weight, FormattableString.Invariant(
                $"The weight is {weight}; expected a finite number, 0 or larger."));
        return weight;
    }
}
