using System.Text;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Jupyter.Messages;
using Limpid.Notebooks.Jupyter.Zmtp;

namespace Limpid.Notebooks.Jupyter;

/// <summary>What the kernel says: answers to one client, and to all who listen what happens.</summary>
internal sealed class FrontEnd(MessageWire wire, ZmtpPublisher iopub)
{
    /// <summary>Tells all listeners.</summary>
    /// <param name="type">The message's type, which is also its topic.</param>
    /// <param name="parent">The header of the request it follows from.</param>
    /// <param name="content">What to tell.</param>
    public void Publish(string type, byte[] parent, JsonObject content) =>
        iopub.Send(wire.Write([Encoding.ASCII.GetBytes(type)], type, parent, content));

    /// <summary>Answers a request.</summary>
    public void Reply(KernelRequest request, JsonObject content) =>
        Send(request.Peer, request.Message, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content);

    /// <summary>Sends one client a message that follows from a request of its.</summary>
    public void Send(ZmtpPeer peer, JupyterMessage parent, string type, JsonObject content) =>
        peer.Send(ZmtpFrame.Write(wire.Write(parent.Envelope, type, parent.Header, content)));

    /// <summary>Tells all listeners what the kernel is doing for a request.</summary>
    /// <param name="parent">The request's header.</param>
    /// <param name="state">"busy" or "idle".</param>
    public void Status(byte[] parent, string state) => Publish("status", parent, new JsonObject { ["execution_state"] = state });
}
