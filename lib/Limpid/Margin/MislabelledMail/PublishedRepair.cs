using System.Collections.Immutable;

namespace Limpid.Margin.MislabelledMail;

/// <summary>The curves of the experiment on Enron1 with one label in ten flipped, read off the figure of Koh and Liang 2017 (Understanding black-box predictions via influence functions); about .01 exact.</summary>
public static class PublishedRepair
{
    /// <summary>The share of training mails checked.</summary>
    public static ImmutableArray<double> Checked { get; } = [0, .05, .10, .15, .20, .25, .30];

    /// <summary>The share of wrong labels fixed in the order of self-influence.</summary>
    public static ImmutableArray<double> FixedByInfluence { get; } = [0, .42, .62, .72, .785, .83, .855];

    /// <summary>The share of wrong labels fixed in the order of training loss.</summary>
    public static ImmutableArray<double> FixedByLoss { get; } = [0, .35, .515, .62, .695, .75, .795];

    /// <summary>Test accuracy after repair in the order of self-influence.</summary>
    public static ImmutableArray<double> AccuracyByInfluence { get; } = [.888, .938, .955, .963, .967, .970, .972];

    /// <summary>Test accuracy after repair in the order of training loss.</summary>
    public static ImmutableArray<double> AccuracyByLoss { get; } = [.888, .911, .932, .942, .950, .955, .960];

    /// <summary>Test accuracy after repair in random order.</summary>
    public static ImmutableArray<double> AccuracyByChance { get; } = [.888, .894, .898, .902, .907, .912, .917];
}
