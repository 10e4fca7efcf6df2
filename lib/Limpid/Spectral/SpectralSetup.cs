namespace Limpid.Spectral;

/// <summary>What is trained in a spectral layer and how it starts.</summary>
/// <param name="Base">The eigenvectors phi.</param>
/// <param name="Input">The input eigenvalues l_in.</param>
/// <param name="Output">The output eigenvalues l_out.</param>
/// <param name="Bias">Whether there is a bias; it starts at 0 and is trained.</param>
public sealed record SpectralSetup(SpectralPart Base, SpectralPart Input, SpectralPart Output, bool Bias = true)
{
    /// <summary>
    /// To rank inputs: eigenvectors from Glorot's start and input eigenvalues from 1 are trained, output eigenvalues stay 0. So <c>w_ij = l_j phi_ij</c>, and at the
    /// start the layer is an ordinary dense layer. Source: the authors' notebooks (Lorenzochicchi/SpectralNNs_for_Input_Relevance), every layer of every experiment.
    /// </summary>
    public static SpectralSetup Relevance { get; } = new(SpectralPart.Trained(EntryStart.GlorotUniform), SpectralPart.Trained(EntryStart.Constant(1)), SpectralPart.Frozen(0));

    /// <summary>
    /// To rank and prune hidden nodes: eigenvectors from Glorot's start and output eigenvalues from 1 are trained, input eigenvalues stay 0, no bias. So
    /// <c>w_ij = -l_i phi_ij</c>: an output eigenvalue of 0 kills all weights into its node. Source: the defaults of the authors' layer (Jamba15/SpectralTools); Buffoni et al. 2022.
    /// </summary>
    public static SpectralSetup Pruning { get; } = new(SpectralPart.Trained(EntryStart.GlorotUniform), SpectralPart.Frozen(0), SpectralPart.Trained(EntryStart.Constant(1)), Bias: false);

    /// <summary>An ordinary dense layer in this form, for comparison: eigenvalues stay 1 and 0, <c>w = phi</c>.</summary>
    public static SpectralSetup Direct { get; } = new(SpectralPart.Trained(EntryStart.GlorotUniform), SpectralPart.Frozen(1), SpectralPart.Frozen(0));

    /// <summary>
    /// Output eigenvalues alone: phi ~ U(-0.2, 0.2) and l_in = 1 stay, <c>l_out = 1 + lambda'</c> with lambda' ~ U(-0.5, 0.5) is trained; n_out numbers a layer, <c>w_ij = -lambda'_i phi_ij</c>.
    /// Source: Giambagli et al., Nat. Commun. 12:1330 (2021), the authors' code. No bias.
    /// </summary>
    public static SpectralSetup EigenvaluesOnly { get; } =
        new(new SpectralPart(EntryStart.Uniform(0.2), false), SpectralPart.Frozen(1), SpectralPart.Trained(EntryStart.Uniform(0.5, 1)), Bias: false);

    /// <summary>
    /// Eigenvectors and both sets of eigenvalues: l_in ~ U(-0.97, 0.97), l_out ~ U(-0.13, 0.13). Source: Chicchi et al., PRE 104 054312 (2021), the authors' code;
    /// its start of phi is not known and Glorot's stands in.
    /// </summary>
    public static SpectralSetup TwoEigenvalues { get; } =
        new(SpectralPart.Trained(EntryStart.GlorotUniform), SpectralPart.Trained(EntryStart.Uniform(0.97)), SpectralPart.Trained(EntryStart.Uniform(0.13)));

    /// <summary>
    /// Both sets of eigenvalues and the bias, on frozen eigenvectors <c>phi = U S V</c>: n_in + 2 n_out numbers a layer. Source: "spectral full" of Chicchi et al., PRE 104 054312
    /// (2021), the authors' code.
    /// </summary>
    public static SpectralSetup Full { get; } = TwoEigenvalues with { Base = new SpectralPart(EntryStart.SingularProduct, false) };
}
