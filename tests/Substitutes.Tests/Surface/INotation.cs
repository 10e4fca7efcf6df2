using System.Reflection;

namespace Substitutes.Tests.Surface;

/// <summary>How a recorded file writes types and members.</summary>
public interface INotation
{
    string Name(Type type);

    string Header(Type type);

    IEnumerable<string> Interfaces(Type type);

    IEnumerable<string> Members(Type type);

    /// <summary>The recorded line with everything dropped that does not count or that reflection can't see.</summary>
    string Normal(string recordedLine);

    /// <summary>The base type and interfaces that a recorded header lists.</summary>
    IReadOnlyList<string> BasesIn(string header);
}
