namespace Limpid.Relevance.Networks;

/// <summary>A module that says itself which nodes it consists of: residual and concatenating blocks, attention, and modules of a user's own.</summary>
public interface INetworkBlock
{
    /// <summary>Adds its nodes.</summary>
    /// <param name="network">The network being read.</param>
    /// <param name="name">The module's name; its parts are <c>name.part</c>, see <see cref="NetworkBuilder.Path"/>.</param>
    /// <param name="input">The node that is its input.</param>
    /// <returns>The node that is its output.</returns>
    int AddTo(NetworkBuilder network, string name, int input);
}
