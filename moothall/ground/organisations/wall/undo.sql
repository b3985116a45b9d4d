DROP FUNCTION public.wall_context();
DROP FUNCTION public.wall_enter(text);
DROP FUNCTION public.wall_moment(timestamptz);
DROP FUNCTION public.wall_mac(text, text);
DROP TABLE public.wall_key;
