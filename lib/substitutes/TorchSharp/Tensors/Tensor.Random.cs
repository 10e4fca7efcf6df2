namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor bernoulli(Generator? generator = null) => _bernoulli.Call(this, generator);
        private static readonly Op _bernoulli = "bernoulli";
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => _bernoulli__float.Into(this, p, generator);
        private static readonly Op _bernoulli__float = "bernoulli_.float";
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => _bernoulli__Tensor.Into(this, p, generator);
        private static readonly Op _bernoulli__Tensor = "bernoulli_.Tensor";
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            _multinomial.Call(this, num_samples, replacement, generator);
        private static readonly Op _multinomial = "multinomial";
        public Tensor poisson(Generator? generator = null) => _poisson.Call(this, generator);
        private static readonly Op _poisson = "poisson";
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => _normal_.Into(this, mean, std, generator);
        private static readonly Op _normal_ = "normal_";
        public Tensor uniform_(double from, double to, Generator? generator = null) => _uniform_.Into(this, from, to, generator);
        private static readonly Op _uniform_ = "uniform_";
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => _exponential_.Into(this, lambda, generator);
        private static readonly Op _exponential_ = "exponential_";
        public Tensor random_(double from, double to, Generator? generator = null) =>
            _random__from.Into(this, (long)from, (long)to, generator);
        private static readonly Op _random__from = "random_.from";
    }

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);
}
