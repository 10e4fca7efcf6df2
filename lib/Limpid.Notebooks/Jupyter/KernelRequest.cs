using Limpid.Notebooks.Jupyter.Messages;
using Limpid.Notebooks.Jupyter.Zmtp;

namespace Limpid.Notebooks.Jupyter;

/// <summary>A message and the client that waits for its answer.</summary>
internal sealed record KernelRequest(ZmtpPeer Peer, JupyterMessage Message)
{
    public string Type => Message.Type;
}
