using static TorchSharp.torch;

namespace Limpid.Relevance.Networks.Tracing;

/// <summary>One call of a module: copies of what went in and came out, so that operations in place don't change them.</summary>
internal sealed record RecordedCall(string Name, nn.Module Module, Tensor Input, Tensor Output);
