namespace Limpid.Reproduction;

/// <summary>
/// The claims of one notebook in one run: declared in <c>claims.json</c>, decided by the numbers that the notebook brings. How many seeds a
/// claim needs and what it tolerates stands in the file, never in the call.
/// </summary>
public sealed class ClaimSet
{
    private readonly Dictionary<string, ClaimResult> _results = [];
    private readonly string _paper;
    private readonly IReadOnlyDictionary<string, ClaimRecord> _committed;

    private ClaimSet(string paper, RunMode mode, IReadOnlyList<Claim> claims, IReadOnlyDictionary<string, ClaimRecord> committed)
    {
        _paper = paper;
        Mode = mode;
        Claims = claims;
        _committed = committed;
    }

    /// <summary>The notebook's claims in the order of the file.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The mode of this run.</summary>
    public RunMode Mode { get; }

    /// <summary>The claim of that id.</summary>
    /// <param name="id">For example <c>gsr-accuracy</c>.</param>
    /// <exception cref="ClaimException">The notebook has no such claim.</exception>
    public Claim this[string id] => Claims.FirstOrDefault(claim => claim.Id == id)
        ?? throw new ClaimException($"There is no claim '{id}' for this notebook; declared are {string.Join(", ", Claims.Select(claim => claim.Id))}.");

    /// <summary>Reads the claims of a notebook, and beside them the committed full results (<c>full.json</c>) if there are any.</summary>
    /// <param name="path">The claims file, relative to the notebook's folder.</param>
    /// <param name="notebook">The notebook's file name without <c>.ipynb</c>.</param>
    /// <param name="mode">The mode of this run.</param>
    /// <exception cref="ClaimException">The file is missing, damaged or declares what no rule decides, or has no claim for the notebook.</exception>
    public static ClaimSet Load(string path, string notebook, RunMode mode)
    {
        ClaimFile file = ClaimFile.Load(path);
        Claim[] claims = [.. file.Claims.Where(claim => claim.Notebook == notebook)];
        if (claims.Length == 0)
            throw new ClaimException($"'{path}' has no claim for the notebook '{notebook}'.");
        string full = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "full.json");
        return new ClaimSet(file.Paper, mode, claims, CommittedClaims.Load(full, notebook));
    }

    /// <summary>
    /// Decides a number: <c>|mean(ours) - paper| &lt;= max(2 sqrt(s_p^2/n_p + s_o^2/n_o), half the last printed digit, digitising error)</c>.
    /// A side whose spread is unknown contributes none. Missed, it is <c>partly</c> if the claim declares a direction that holds against
    /// <paramref name="baseline"/> in at least 80 % of the seeds.
    /// </summary>
    /// <param name="id">The claim.</param>
    /// <param name="ours">One value per seed; as many as declared where this run decides.</param>
    /// <param name="baseline">What the direction is held against, paired by seed; needed exactly if the claim declares a direction.</param>
    /// <exception cref="ClaimException">The call does not fit the declaration, or a value is not finite.</exception>
    public ClaimResult Number(string id, IReadOnlyList<double> ours, IReadOnlyList<double>? baseline = null)
    {
        Claim claim = Checked(id, ClaimKind.Number, ours, baseline);
        if (claim.Direction is null != baseline is null)
            throw new ClaimException($"The claim '{id}' declares {(claim.Direction is null ? "no" : "a")} direction; expected {(claim.Direction is null ? "no" : "a")} baseline.");
        return Keep(claim, Sample.Mean(ours), Sample.Deviation(ours), ours.Count, () => ClaimRule.Number(claim, ours, baseline));
    }

    /// <summary>
    /// Decides a direction: the one-sided sign test over the paired seeds gives p at most the claim's level (.05 unless stated) for ours against the baseline plus margin, and
    /// again for ours against the control, so that the finding lies beyond its control. Missed, it is <c>partly</c> if ours against the
    /// baseline is right in at least 80 % of the seeds. A tie is no right direction and does not count in the test.
    /// </summary>
    /// <param name="id">The claim.</param>
    /// <param name="ours">One value per seed; as many as declared where this run decides.</param>
    /// <param name="baseline">What ours is compared with, paired by seed.</param>
    /// <param name="control">The same statistic under the declared control, paired by seed.</param>
    /// <exception cref="ClaimException">The call does not fit the declaration, or a value is not finite.</exception>
    public ClaimResult Direction(string id, IReadOnlyList<double> ours, IReadOnlyList<double> baseline, IReadOnlyList<double> control)
    {
        Claim claim = Checked(id, ClaimKind.Direction, ours, baseline, control);
        return Keep(claim, Sample.Mean(ours), Sample.Deviation(ours), ours.Count, () => ClaimRule.Direction(claim, ours, baseline, control));
    }

    /// <summary>Decides an identity: no value deviates from what is expected by more than the declared tolerance.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="ours">The values.</param>
    /// <param name="expected">What each must equal; null if all must equal the claim's paper value.</param>
    /// <exception cref="ClaimException">The call does not fit the declaration, or a value is not finite.</exception>
    public ClaimResult Identity(string id, IReadOnlyList<double> ours, IReadOnlyList<double>? expected = null)
    {
        Claim claim = Checked(id, ClaimKind.Identity, ours, expected);
        if (claim.PaperValue is null == expected is null)
            throw new ClaimException($"The claim '{id}' has {(expected is null ? "no" : "a")} paperValue; expected {(expected is null ? "" : "no ")}values to compare with.");
        double paper = PaperValue(claim) ?? 0;
        expected ??= [.. ours.Select(_ => paper)];
        double shown = claim.PaperValue is null ? ours.Zip(expected, (a, b) => Math.Abs(a - b)).Max() : Sample.Mean(ours);
        return Keep(claim, shown, null, claim.Seeds, () => ClaimRule.Identity(claim, ours, expected));
    }

    /// <summary>Leaves a claim untested in this run, for want of data say, and says why.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="reason">What is missing, in words.</param>
    /// <exception cref="ClaimException">The notebook has no such claim.</exception>
    public ClaimResult NotTested(string id, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Claim claim = this[id];
        var result = new ClaimResult(claim, Record(claim, null, null, claim.Seeds, new ClaimFinding(Verdict.NotTested, null, reason)));
        _results[claim.Id] = result;
        return result;
    }

    /// <summary>What the committed full run found for a claim, to show where this run does not decide it; null if there is none.</summary>
    /// <param name="id">The claim.</param>
    /// <exception cref="ClaimException">The notebook has no such claim.</exception>
    public ClaimRecord? Committed(string id) => _committed.GetValueOrDefault(this[id].Id);

    /// <summary>The table paper versus ours of all the notebook's claims.</summary>
    /// <exception cref="ClaimException">A claim that this run decides was not evaluated.</exception>
    public ClaimTable Table()
    {
        string[] open = [.. Claims.Where(claim => claim.IsDecidedIn(Mode) && !_results.ContainsKey(claim.Id)).Select(claim => claim.Id)];
        if (open.Length > 0)
            throw new ClaimException($"This {Mode.Text()} run decides {string.Join(", ", open)}, but the notebook did not evaluate it.");
        return new ClaimTable(Mode, [.. Claims.Select(claim => _results.GetValueOrDefault(claim.Id) ?? NotEvaluated(claim))], _committed);
    }

    private Claim Checked(string id, ClaimKind kind, IReadOnlyList<double> ours, params IReadOnlyList<double>?[] paired)
    {
        Claim claim = this[id];
        if (claim.Kind != kind)
            throw new ClaimException($"The claim '{id}' is declared as {claim.Kind}; it can't be decided as {kind}.");
        if (ours.Count == 0)
            throw new ClaimException($"The claim '{id}' got no value; expected one per seed.");
        if (kind != ClaimKind.Identity && claim.IsDecidedIn(Mode) && ours.Count != claim.Seeds)
            throw new ClaimException($"The claim '{id}' declares {claim.Seeds} seeds; it got {ours.Count} values.");
        foreach (IReadOnlyList<double> values in paired.Prepend(ours).OfType<IReadOnlyList<double>>())
        {
            if (values.Count != ours.Count)
                throw new ClaimException($"The claim '{id}' compares {ours.Count} values with {values.Count}; expected as many.");
            for (int i = 0; i < values.Count; i++)
                if (!double.IsFinite(values[i]))
                    throw new ClaimException($"The claim '{id}' got {Show.Number(values[i])} at position {i}; expected finite numbers.");
        }
        return claim;
    }

    private ClaimResult Keep(Claim claim, double ours, double? spread, int seeds, Func<ClaimFinding> decide)
    {
        ClaimFinding finding = claim.IsDecidedIn(Mode) ? decide() : new ClaimFinding(Verdict.NotTested, null, Undecided(claim));
        var result = new ClaimResult(claim, Record(claim, ours, spread, seeds, finding));
        _results[claim.Id] = result;
        return result;
    }

    private ClaimResult NotEvaluated(Claim claim) =>
        new(claim, Record(claim, null, null, claim.Seeds, new ClaimFinding(Verdict.NotTested, null, Undecided(claim))));

    private string Undecided(Claim claim)
    {
        string reason = claim.SettingUnknown is { } unknown ? $"the paper does not state {unknown}" : $"decided in {claim.DecidedBy.Text()} mode";
        return _committed.TryGetValue(claim.Id, out ClaimRecord? full)
            ? $"{reason}; committed full run: {full.Verdict.Text()}{(full.Ours is { } ours ? ", " + Show.Mean(ours, full.Spread) : "")}"
            : reason;
    }

    private ClaimRecord Record(Claim claim, double? ours, double? spread, int seeds, ClaimFinding finding) => new(
        _paper, claim.Notebook, claim.Id, claim.Sentence, claim.Reference, claim.Source, claim.Kind, PaperValue(claim), ours, spread, seeds, finding.Tolerance, finding.Verdict, finding.Note, Mode);

    private static double? PaperValue(Claim claim) =>
        claim.PaperValue is { } text && PrintedNumber.TryParse(text, out PrintedNumber number) ? number.Value : null;
}
