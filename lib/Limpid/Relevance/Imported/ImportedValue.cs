using System.Collections.Immutable;
using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance.Imported;

/// <summary>What an output of a graph's node is here. A tensor's axis i, as the graph counts, is axis <c>Order[i]</c> here.</summary>
internal abstract record ImportedValue;

/// <summary>The output of a node of the network.</summary>
/// <param name="Node">Its position.</param>
/// <param name="Order">Its axes.</param>
internal sealed record NodeValue(int Node, ImmutableArray<int> Order) : ImportedValue;

/// <summary>A tensor with a border that may become part of the layer that takes it.</summary>
/// <param name="Name">The node that pads.</param>
/// <param name="Inside">What is padded.</param>
/// <param name="Before">Entries before each axis, counted as here.</param>
/// <param name="After">Entries after it.</param>
/// <param name="Border">What the entries are.</param>
internal sealed record PaddedValue(string Name, NodeValue Inside, ImmutableArray<long> Before, ImmutableArray<long> After, float Border) : ImportedValue;

/// <summary>A convolution to which a bias may still be added.</summary>
/// <param name="Name">The node.</param>
/// <param name="Input">Position of its input.</param>
/// <param name="Weight">W.</param>
/// <param name="Geometry">How it moves.</param>
/// <param name="Order">Axes of its output.</param>
internal sealed record BareConvolution(string Name, int Input, Tensor Weight, ConvolutionGeometry Geometry, ImmutableArray<int> Order) : ImportedValue;

/// <summary>Whole numbers known when the graph is read: shapes, axes, sizes.</summary>
/// <param name="Values">The numbers.</param>
internal sealed record IntegerValue(ImmutableArray<int> Values) : ImportedValue;

/// <summary>A floating-point constant.</summary>
/// <param name="Constant">The constant.</param>
internal sealed record NumberValue(Data.Tfjs.TfjsConstant Constant) : ImportedValue;
