using System.Collections.Frozen;

namespace Limpid.Data.Mails;

/// <summary>English words that say how a sentence is built and not what it is about, what is left of them when an apostrophe splits them, the words of dates, which tell when a mail was collected, and the names of those who collected the SpamAssassin corpus and their lists.</summary>
internal static class StopWords
{
    private const string Function =
        """
        a about above across after again against ago all almost along already also although always am among an and another any anybody anyone anything anyway are aren around as at away
        be became because become been before behind being below between beyond both but by can cannot could couldn did didn do does doesn doing don done down during each either else enough etc even
        ever every everybody everyone everything few for from further had hadn has hasn have haven having he hence her here hers herself him himself his how however if in indeed instead into is
        isn it its itself just ll less let lot many may maybe me might mine more most much must mustn my myself neither never no nobody none nor not nothing now of off often on once one only onto or
        other others otherwise ought our ours ourselves out over own per perhaps quite rather re really same shall shan she should shouldn since so some somebody someone something sometimes
        somewhat still such than that the their theirs them themselves then there therefore these they this those though through throughout thus till to together too toward towards under
        unless until up upon us ve very via was wasn we well were weren what whatever when whenever where whether which while who whole whom whose why will with within without won would wouldn yet you
        your yours yourself yourselves
        """;

    private const string Dates =
        """
        january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        am pm gmt utc est edt cst cdt mst mdt pst pdt ist bst cet cest
        """;

    private const string Collectors = "wrote writes sighting sightings deathtospamdeathtospamdeathtospam newsisfree mailman listinfo listman listmaster taint jmason netnote netnoteinc zzzz zzzzcc zzzzteana gbvzzzz yyyy";

    /// <summary>All of them, lower-case. "may" stands among the verbs.</summary>
    public static readonly FrozenSet<string> All = $"{Function} {Dates} {Collectors}".Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
