using System.Reflection;

namespace Substitutes.Tests.Surface;

/// <summary>Compares what an assembly shows with the recorded surface of the genuine one; each offence is one message.</summary>
public sealed class Conformance(INotation notation, RecordedSurface recorded, IReadOnlySet<string> allowed)
{
    public IEnumerable<string> Offences(Assembly assembly) => Members.Types(assembly).SelectMany(Offences);

    public IEnumerable<string> Offences(Type type)
    {
        var name = notation.Name(type);
        if (!recorded.Types.TryGetValue(name, out var genuine))
        {
            if (!allowed.Contains(name)) yield return $"{name}: no such type in the recorded surface";
            yield break;
        }
        foreach (var offence in HeaderOffences(type, genuine)) yield return offence;
        var lines = notation.Members(type).ToHashSet(StringComparer.Ordinal);
        var known = genuine.Members.Select(notation.Normal).ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (known.Contains(line) || IsInheritedOverride(line, genuine) || IsAllowed(name, line)) continue;
            yield return $"{name}: {line}\n    nearest genuine: {Nearest(line, known)}";
        }
        foreach (var line in known.Where(l => IsOpen(type) && IsObligatory(l, genuine) && !lines.Contains(l) && !IsAllowed(name, l)))
            yield return $"{name}: an implementer must write this member, and the substitute lacks it: {line}";
    }

    private IEnumerable<string> HeaderOffences(Type type, RecordedType genuine)
    {
        var header = notation.Header(type);
        if (IsAllowed(genuine.Name, header)) yield break;
        var recordedHeader = notation.Normal(genuine.Header);
        var bases = notation.BasesIn(genuine.Header);
        var mine = notation.BasesIn(header);
        var expected = recordedHeader;
        if (bases.Count > 0)
        {
            // The record lists interfaces behind the base class; they are compared one by one, since a subset is enough.
            var list = " : " + string.Join(", ", bases);
            var kept = mine.Count > 0 && mine[0] == bases[0] || type.IsEnum ? " : " + bases[0] : HasClassBase(type) ? list : "";
            expected = recordedHeader.Replace(list, kept, StringComparison.Ordinal);
        }
        if (header != expected) yield return $"{genuine.Name}: declared '{header}'\n    genuine: '{recordedHeader}'";
        foreach (var face in notation.Interfaces(type).Where(i => !bases.Contains(i) && !IsAllowed(genuine.Name, i)))
            yield return $"{genuine.Name}: implements {face}, the genuine type does not";
    }

    private static bool HasClassBase(Type type) => type.IsClass && type.BaseType != typeof(object) && type.BaseType != typeof(MulticastDelegate);

    private bool IsAllowed(string type, string line) => allowed.Contains($"{type}: {line}");

    /// <summary>An override is no addition to the surface when a genuine base declares the member.</summary>
    private bool IsInheritedOverride(string line, RecordedType genuine)
    {
        if (!line.Contains(" override ", StringComparison.Ordinal)) return false;
        if (line is "public override string ToString()" or "public override bool Equals(object obj)" or "public override int GetHashCode()")
            return true;
        return Ancestors(genuine).SelectMany(t => t.Members.Select(notation.Normal)).Any(m =>
            m == line
            || m == line.Replace(" override ", " virtual ", StringComparison.Ordinal)
            || m == line.Replace(" override ", " abstract ", StringComparison.Ordinal));
    }

    private IEnumerable<RecordedType> Ancestors(RecordedType type)
    {
        foreach (var name in notation.BasesIn(type.Header))
        {
            var open = name.IndexOf('<', StringComparison.Ordinal) is var at and >= 0 ? name[..at] : name;
            foreach (var candidate in recorded.Types.Values.Where(t => Matches(t.Name, open)))
            {
                yield return candidate;
                foreach (var further in Ancestors(candidate)) yield return further;
            }
        }
    }

    private static bool Matches(string recordedName, string open)
    {
        var bare = recordedName.IndexOf('<', StringComparison.Ordinal) is var at and >= 0 ? recordedName[..at] : recordedName;
        return bare == open || bare.EndsWith("." + open, StringComparison.Ordinal);
    }

    /// <summary>Whether code outside the assembly can implement or derive from the type.</summary>
    private static bool IsOpen(Type type) =>
        type.IsInterface || type.GetConstructors(Members.Declared).Any(c => !c.IsStatic && Members.IsVisible(c));

    private static bool IsObligatory(string line, RecordedType genuine) =>
        (genuine.IsInterface && !line.Contains(" static ", StringComparison.Ordinal)) || line.Contains(" abstract ", StringComparison.Ordinal);

    private static string Nearest(string line, IEnumerable<string> candidates) =>
        candidates.MinBy(c => Distance(line, c)) ?? "(the genuine type has no members)";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
