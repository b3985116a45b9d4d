-- The second wall inside PostgreSQL. Run by the owner of the tables.
-- Every function pins its search path and names the schema of what it uses, so that
-- nothing a caller makes can stand in for it.

CREATE TABLE public.wall_key (
    name text PRIMARY KEY,
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL
);
REVOKE ALL ON public.wall_key FROM PUBLIC;

-- HMAC-SHA256 (RFC 2104) from the built-in hash. Nobody but the functions below may call
-- it: whoever can, can sign.
CREATE FUNCTION public.wall_mac(which text, message text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8'))), 'hex')
    FROM public.wall_key WHERE name = which
$$;
REVOKE ALL ON FUNCTION public.wall_mac(text, text) FROM PUBLIC;

CREATE FUNCTION public.wall_moment(moment timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (extract(epoch FROM moment) * 1000000)::bigint
$$;
REVOKE ALL ON FUNCTION public.wall_moment(timestamptz) FROM PUBLIC;

-- Takes "organisations|backend|issued at|nonce|signature". Returns 0 when entered, or this
-- server's clock when the token was issued before this transaction or in the future.
CREATE FUNCTION public.wall_enter(token text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part text[] := string_to_array(token, '|');
    message text;
    clock bigint := public.wall_moment(clock_timestamp());
    began bigint := public.wall_moment(transaction_timestamp());
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = session_user AND (rolsuper OR rolbypassrls)) THEN
        RAISE EXCEPTION 'the role % walks through the wall; the application must not use it', session_user
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    message := array_to_string(part[1:4], '|');
    IF array_length(part, 1) IS DISTINCT FROM 5
        OR part[5] IS DISTINCT FROM public.wall_mac('application', message)
        OR part[2] IS DISTINCT FROM pg_backend_pid()::text
    THEN
        RAISE EXCEPTION 'the wall refuses this token' USING ERRCODE = 'insufficient_privilege',
            HINT = 'Do `moothall prepare` and `moothall serve` read the same wall key (MOOTHALL_KEYS)?';
    END IF;
    IF part[3]::bigint < began OR part[3]::bigint > clock + 2000000 THEN
        RETURN clock;
    END IF;
    message := concat_ws('|', part[1], pg_backend_pid(), began);
    PERFORM set_config('moothall.context', message || '|' || public.wall_mac('context', message), true);
    RETURN 0;
END $$;
REVOKE ALL ON FUNCTION public.wall_enter(text) FROM PUBLIC;

-- The organisations in context: none unless the context was set by wall_enter, in this
-- backend and in this very transaction.
CREATE FUNCTION public.wall_context() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    context text := current_setting('moothall.context', true);
    part text[];
    message text;
BEGIN
    IF context IS NULL OR context = '' THEN
        RETURN '{}';
    END IF;
    part := string_to_array(context, '|');
    message := concat_ws('|', part[1], pg_backend_pid(), public.wall_moment(transaction_timestamp()));
    IF array_length(part, 1) = 4
        AND array_to_string(part[1:3], '|') = message
        AND part[4] = public.wall_mac('context', message)
    THEN
        RETURN string_to_array(part[1], ',');
    END IF;
    RETURN '{}';
END $$;
REVOKE ALL ON FUNCTION public.wall_context() FROM PUBLIC;
