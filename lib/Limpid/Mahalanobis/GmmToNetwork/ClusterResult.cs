using System.Collections.Immutable;

namespace Limpid.Mahalanobis.GmmToNetwork;

/// <summary>One task: what the mixture, its network and networks from random starts do.</summary>
/// <param name="Bayes">Accuracy of the true mixture.</param>
/// <param name="Curves">Test accuracy along the training, for each start of <see cref="ClusterExperiment.Starts"/>.</param>
/// <param name="Scrambled">Accuracy of the network of a mixture fitted to points whose coordinates were shuffled one by one.</param>
/// <param name="Climb">Mean log-likelihood of the training points at each step of the fit.</param>
/// <param name="Offsets">Mean over the hidden nodes of the squares' random start of the distance of the nearest component's centre to the hyperplane, in standard deviations: before training, after it, and after training on shuffled classes.</param>
public sealed record ClusterResult(double Bayes, ImmutableArray<ImmutableArray<double>> Curves, double Scrambled, ImmutableArray<double> Climb, ImmutableArray<double> Offsets);
