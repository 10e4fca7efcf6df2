using Limpid.Data;
using Limpid.Reproduction;
using TorchSharp;

namespace Limpid.Relevance.Genomics;

/// <summary>The trained weights of a notebook's network: those shipped with the library, or those that a run puts aside.</summary>
/// <param name="Notebook">The notebook's file name without <c>.ipynb</c>.</param>
/// <param name="Task">Which of its networks, as part of a file name.</param>
/// <param name="Seed">The seed it was trained from.</param>
/// <param name="Mode">The run's mode; publishing takes the networks of a full run.</param>
/// <param name="Folder">Where it is put aside, for example <c>artifacts/models</c>; null for the shipped ones of a full run, to be read only.</param>
public sealed record StoredNetwork(string Notebook, string Task, Seed Seed, RunMode Mode = RunMode.Full, string? Folder = null)
{
    /// <summary>The name in the manifest.</summary>
    public string Name => Folder is null || Mode == RunMode.Full ? $"{Notebook}-{Task}" : $"{Notebook}-{Task}-{Mode.Text()}";

    /// <summary>Whether it is there, trained from this seed.</summary>
    /// <exception cref="TrainedModelException">The manifest is damaged.</exception>
    public bool Exists => Models.Models.Any(model => model.Name == Name && model.Seed == Seed);

    private TrainedModels Models => Folder is null ? TrainedModels.Shipped : TrainedModels.Open(Folder);

    /// <summary>Puts the weights into a network of the same layout and sets it to evaluation.</summary>
    /// <typeparam name="T">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <exception cref="TrainedModelException">There are none, or they are damaged or of another layout.</exception>
    public T LoadInto<T>(T network)
        where T : torch.nn.Module
    {
        Models.LoadInto(Name, network);
        network.eval();
        return network;
    }

    /// <summary>What the manifest says of the weights.</summary>
    /// <exception cref="TrainedModelException">There are none.</exception>
    public TrainedModel Describe() => Models[Name];

    /// <summary>Puts a network aside.</summary>
    /// <param name="network">Just trained.</param>
    /// <param name="accuracy">Share of test samples read right.</param>
    /// <param name="settings">How it was trained, in words.</param>
    /// <exception cref="InvalidOperationException">There is no folder.</exception>
    public TrainedModel Keep(torch.nn.Module network, double accuracy, string settings) => TrainedModels.Save(
        Folder ?? throw new InvalidOperationException("The shipped weights are read only; expected a folder to put weights aside."), network,
        new TrainedModel(Name, "", 0, "", Notebook, Mode.Text(), Seed, accuracy, settings));
}
