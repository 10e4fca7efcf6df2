using Limpid.Evaluation;
using TorchSharp;

namespace Limpid.Margin.ExplainedImages;

/// <summary>What was measured of one method's map of one image; plain numbers, so that it can be stored and read back.</summary>
/// <param name="Image">The image's name.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Passes">How many images the model was asked about to make the map.</param>
/// <param name="Area">Share of the image that the object covers: what a map without knowledge has; NaN without a mask.</param>
/// <param name="Energy">Share of the map's positive part on the object.</param>
/// <param name="Pointing">Whether the largest entry is on the object, 0 or 1; between them if several are the largest.</param>
/// <param name="Rank">Area under the ROC curve: how probably a pixel of the object has more than another.</param>
/// <param name="Deletion">Probability of the class while the most important blocks are deleted; empty if it was not asked for.</param>
/// <param name="Insertion">The same while blocks are deleted from the least important one; read backwards, the insertion of the most important ones.</param>
/// <param name="DeletionArea">Area under the first; small is good. NaN if it was not asked for.</param>
/// <param name="InsertionArea">Area under the second; large is good.</param>
/// <param name="Percent">The map in blocks, percent of its largest absolute value; empty if it was not kept.</param>
public sealed record ExplanationReading(
    string Image, string Method, int Passes, double Area, double Energy, double Pointing, double Rank, double[] Deletion, double[] Insertion, double DeletionArea, double InsertionArea, sbyte[] Percent)
{
    /// <summary>The kept map as a picture, [side, side].</summary>
    public double[,] Picture()
    {
        var side = (int)Math.Sqrt(Percent.Length);
        var picture = new double[side, side];
        for (var i = 0; i < Percent.Length; i++) picture[i / side, i % side] = Percent[i];
        return picture;
    }

    internal ExplanationReading With(FlippingCurve deletion, FlippingCurve insertion) => this with
    {
        Deletion = [.. deletion.Mean], Insertion = [.. insertion.Mean], DeletionArea = deletion.Area()[0].ToDouble(), InsertionArea = insertion.Area()[0].ToDouble(),
    };
}
