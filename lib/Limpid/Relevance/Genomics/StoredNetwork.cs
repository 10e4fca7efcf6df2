using Limpid.Data;
using Limpid.Reproduction;
using TorchSharp;

namespace Limpid.Relevance.Genomics;

/// <summary>The trained weights of a notebook's network: put aside by a full run, shipped with the library, loaded in quick mode.</summary>
/// <param name="Notebook">The notebook's file name without <c>.ipynb</c>.</param>
/// <param name="Task">Which of its networks, as part of a file name.</param>
/// <param name="Seed">The seed it was trained from.</param>
public sealed record StoredNetwork(string Notebook, string Task, Seed Seed)
{
    /// <summary>The name in the manifest.</summary>
    public string Name => $"{Notebook}-{Task}";

    /// <summary>Whether the library comes with it, trained from this seed.</summary>
    /// <exception cref="TrainedModelException">The manifest of the shipped weights is damaged.</exception>
    public bool Ships => TrainedModels.Shipped.Models.Any(model => model.Name == Name && model.Seed == Seed);

    /// <summary>Puts the shipped weights into a network of the same layout and sets it to evaluation.</summary>
    /// <typeparam name="T">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <exception cref="TrainedModelException">There are none, or they are damaged or of another layout.</exception>
    public T LoadInto<T>(T network)
        where T : torch.nn.Module
    {
        TrainedModels.Shipped.LoadInto(Name, network);
        network.eval();
        return network;
    }

    /// <summary>What the manifest says of the shipped weights.</summary>
    /// <exception cref="TrainedModelException">There are none.</exception>
    public TrainedModel Describe() => TrainedModels.Shipped[Name];

    /// <summary>Puts a network aside; publishing takes those of a full run.</summary>
    /// <param name="folder">For example <c>artifacts/models</c>.</param>
    /// <param name="network">Just trained.</param>
    /// <param name="mode">The run's mode.</param>
    /// <param name="accuracy">Share of test samples read right.</param>
    /// <param name="settings">How it was trained, in words.</param>
    public TrainedModel Keep(string folder, torch.nn.Module network, RunMode mode, double accuracy, string settings) => TrainedModels.Save(
        folder, network, new TrainedModel(mode == RunMode.Full ? Name : $"{Name}-{mode.Text()}", "", 0, "", Notebook, mode.Text(), Seed, accuracy, settings));
}
