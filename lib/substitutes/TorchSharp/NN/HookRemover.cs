namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class HookableModule<TPreHook, TPostHook>
        {
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> module;
                private readonly string key;

                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
                {
                    this.module = module;
                    this.key = key;
                }

                public void remove() => module.Remove(key);
            }
        }
    }
}
