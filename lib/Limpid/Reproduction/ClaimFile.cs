using System.Text.Json;
using System.Text.Json.Serialization;

namespace Limpid.Reproduction;

/// <summary>Reads <c>claims.json</c> and refuses what no rule could decide.</summary>
internal sealed record ClaimFile(string Paper, IReadOnlyList<Claim> Claims)
{
    /// <summary>How claims and their results are written.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, string> Choices = new()
    {
        ["kind"] = "number, direction, identity",
        ["source"] = "paper, authors' code, digitised, ours",
        ["decidedBy"] = "quick, full, paper",
        ["direction"] = "greater, less",
    };

    public static ClaimFile Load(string path)
    {
        try
        {
            ClaimFile file = JsonSerializer.Deserialize<ClaimFile>(File.ReadAllBytes(path), Json) ?? throw new JsonException("it holds null");
            foreach (Claim claim in file.Claims)
                if (Fault(claim) is { } fault)
                    throw new ClaimException($"'{path}', claim '{claim.Id}': {fault}.");
            if (file.Claims.GroupBy(claim => claim.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new ClaimException($"'{path}' has the claim '{twice.Key}' twice.");
            return file;
        }
        catch (JsonException e)
        {
            string field = e.Path?[(e.Path.LastIndexOf('.') + 1)..] ?? "";
            string expected = Choices.TryGetValue(field, out string? choices) ? $"; expected one of {choices}" : "";
            throw new ClaimException($"'{path}' can't be read at {e.Path ?? "its start"}: {e.Message}{expected}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ClaimException($"The claims file can't be read: {e.Message}", e);
        }
    }

    private static string? Fault(Claim claim)
    {
        string?[] texts = [claim.Id, claim.Notebook, claim.Sentence, claim.Reference, claim.Statistic];
        if (texts.Any(string.IsNullOrWhiteSpace))
            return "id, notebook, sentence, reference and statistic must not be empty";
        if (claim.Seeds is < 1 or > (int)Seed.FirstChoosing)
            return $"seeds is {claim.Seeds}; expected 1 to {Seed.FirstChoosing}";
        if (claim.PaperValue is { } value && !PrintedNumber.TryParse(value, out _))
            return $"paperValue is '{value}'; expected a number as printed, with a decimal point";
        if (claim.PaperSpread is { } spread && (!PrintedNumber.TryParse(spread, out PrintedNumber s) || s.Value < 0 || claim.PaperRuns is not >= 1))
            return "paperSpread must be a printed number >= 0 and needs paperRuns >= 1";
        if (claim.Tolerance is not (null or >= 0) || claim.DigitisingError is not (null or >= 0))
            return "tolerance and digitisingError must not be negative";
        return claim.Kind switch
        {
            ClaimKind.Number => NumberFault(claim),
            ClaimKind.Direction => DirectionFault(claim),
            _ => claim.Tolerance is null ? "an identity needs a tolerance" : null,
        };
    }

    private static string? NumberFault(Claim claim)
    {
        if (claim.PaperValue is null)
            return "a number needs paperValue";
        if (claim.Tolerance is not null)
            return "a number's tolerance follows from its spread, last digit and digitisingError; expected no tolerance";
        return claim.Source == ClaimSource.Digitised && claim.DigitisingError is null ? "a digitised number needs digitisingError" : null;
    }

    private static string? DirectionFault(Claim claim)
    {
        if (claim.Direction is null)
            return "a direction needs direction: greater or less";
        if (claim.Seeds < 5)
            return $"a direction needs at least 5 paired seeds; seeds is {claim.Seeds}";
        if (!(claim.Level > 0 && claim.Level <= ClaimRule.Level))
            return FormattableString.Invariant($"level is {claim.Level}; expected above 0 to {ClaimRule.Level}");
        if (!double.IsFinite(claim.Margin))
            return "margin must be finite";
        if (claim.Tolerance is not null)
            return "a direction is decided by a sign test; expected no tolerance";
        return string.IsNullOrWhiteSpace(claim.Control) ? "a direction needs a control" : null;
    }
}
