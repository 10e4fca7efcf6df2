using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly List<ParamGroup> groups = [];
    private readonly OptimizerOptions defaults;

    private protected OptimizerHelper(OptimizerOptions defaults) => this.defaults = defaults;

    public override IEnumerable<optim.ILearningRateController> ParamGroups => groups;

    public override IEnumerable<Parameter> parameters() => groups.SelectMany(g => g.Slots.Select(s => s.parameter));

    public override void zero_grad() => Gradients.Clear(parameters());

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
            using (enable_grad()) loss = closure();
        using var off = no_grad();
        foreach (var group in groups)
            foreach (var (parameter, state) in group.Slots)
            {
                using var grad = parameter.grad;
                if (grad is not null) Update(parameter, grad, state, group.Options);
            }
        return loss;
    }

    public void save_state_dict(string location)
    {
        using var stream = File.Create(location);
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        TensorFile.WriteNumber(writer, groups.Count);
        TensorFile.WriteNumber(writer, groups.Sum(g => g.Slots.Length));
        foreach (var group in groups) group.Options.Write(writer);
        foreach (var group in groups)
            foreach (var (_, state) in group.Slots) state.Write(writer);
    }

    public void load_state_dict(string location)
    {
        using var stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        CheckCount(groups.Count, TensorFile.ReadNumber(reader), "parameter groups");
        CheckCount(groups.Sum(g => g.Slots.Length), TensorFile.ReadNumber(reader), "parameter states");
        foreach (var group in groups) group.Options.Read(reader);
        foreach (var group in groups)
            foreach (var (_, state) in group.Slots) state.Read(reader);
    }

    private static void CheckCount(long expected, long found, string what)
    {
        if (expected != found) throw new ArgumentException($"Mismatched number of {what}: expected {expected}, but found {found} in the loaded stream.");
    }

    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options.Complete(defaults);
        var known = parameters().ToHashSet(ReferenceEqualityComparer.Instance);
        var added = param_group.Parameters.ToArray();
        if (added.Any(known.Contains))
            throw new ArgumentException("some parameters appear in more than one parameter group", nameof(param_group));
        param_group.Slots = [.. added.Select(p => (p, NewState(p)))];
        groups.Add(param_group);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        foreach (var group in groups)
            foreach (var (_, state) in group.Slots) state.Dispose();
    }

    private protected abstract OptimizerState NewState(Parameter parameter);

    private protected abstract void Update(Parameter parameter, Tensor grad, OptimizerState state, OptimizerOptions options);
}
