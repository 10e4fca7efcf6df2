namespace Limpid.Margin.MislabelledMail;

/// <summary>How labels are flipped, checked and repaired.</summary>
/// <remarks>
/// With n training mails a step is floor(n / 20) of them. <see cref="FlipSteps"/> steps of labels are flipped at random; 1, 2, ... <see cref="Budgets"/> steps are checked in the order of a ranking,
/// the labels found wrong are put right, and the classifier is trained anew. Source: the experiment of Koh and Liang 2017 and its code.
/// </remarks>
/// <param name="Neighbours">k of the graph: protocol ours, the paper's isn't known.</param>
/// <param name="FlipSteps">2 steps, one label in ten, in the published figure.</param>
/// <param name="Budgets">6 steps at most, three labels in ten.</param>
/// <param name="Decay">The classifier's weight decay.</param>
/// <param name="Tolerance">The largest entry of the gradient at the end of its training.</param>
public sealed record RepairProtocol(int Neighbours = 20, int FlipSteps = 2, int Budgets = 6, double Decay = 1e-4, double Tolerance = 1e-8);
