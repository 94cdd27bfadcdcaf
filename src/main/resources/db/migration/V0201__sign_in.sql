-- What signing in needs beside the account itself: secrets that work once, and browsers that stay signed in.

-- Sessions that began before this instant have ended, in every process.
alter table account add column sessions_from timestamp with time zone;

-- Secrets sent by mail, stored as hashes. The payload is what the secret sets in motion.
create table account_token (
    id         uuid primary key,
    purpose    varchar(20) not null,
    token_hash varchar(64) not null unique,
    account    uuid,
    payload    varchar not null,
    expires_at timestamp with time zone not null,
    used_at    timestamp with time zone
);
create index account_token_expires on account_token (expires_at);
create index account_token_account on account_token (account, purpose);

-- Browsers that stay signed in. The token changes at every use; an old one that comes back is a theft.
create table remembered_browser (
    id            uuid primary key,
    account       uuid not null references account (id) on delete cascade,
    series_hash   varchar(64) not null unique,
    token_hash    varchar(64) not null,
    previous_hash varchar(64) not null,
    description   varchar(200) not null,
    created_at    timestamp with time zone not null,
    used_at       timestamp with time zone not null
);
create index remembered_browser_account on remembered_browser (account, used_at);
create index remembered_browser_used on remembered_browser (used_at);
