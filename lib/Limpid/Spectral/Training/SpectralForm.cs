namespace Limpid.Spectral.Training;

/// <summary>How the eigenvectors of a layer are made.</summary>
public enum SpectralForm
{
    /// <summary>Entry by entry, trained or not as the set-up says: <see cref="SpectralLinear"/>.</summary>
    Free,

    /// <summary>U S V of which S is trained: <see cref="SsvdLinear"/>.</summary>
    Ssvd,

    /// <summary>R Q of which the triangle R is trained: <see cref="QrLinear"/>.</summary>
    Qr,

    /// <summary>A plain layer of which some weights are trained: <see cref="SubsetLinear"/>.</summary>
    Subset,
}
