namespace Limpid.Spectral.Importance;

/// <summary>A split, or a leaf.</summary>
internal sealed record CartNode(double[] Answer, int Input = -1, double Threshold = 0, int Left = 0, int Right = 0);
